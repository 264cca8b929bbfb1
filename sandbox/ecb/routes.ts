import { strike } from "../faults/strike";
import { HttpError } from "../http/error";
import type { Reply } from "../http/reply";
import type { Route } from "../http/router";
import type { World } from "../world";
import { ratesXml } from "./rates";

/** How many days back each of the bank's files goes. */
const FILES: Record<string, number> = {
  "eurofxref-daily.xml": 1,
  "eurofxref-hist-90d.xml": 90,
  "eurofxref-hist.xml": 3650,
};

const xml = (status: number, body: string): Reply => ({
  status,
  headers: { "content-type": "text/xml", "cache-control": "no-store" },
  body,
});

/** The European Central Bank's files of reference rates. */
export function ecbRoutes(world: World): Route[] {
  return [
    {
      method: "GET",
      path: "/stats/eurofxref/:file",
      handle: ({ method, path, params }) => {
        const days = FILES[params.file ?? ""];
        if (!days) throw new HttpError(404, "not_found", "The bank has no such file.");
        const fault = world.faults.take("ecb", `${method} ${path}`);
        return strike(
          fault,
          () => xml(500, ""),
          (distort) => distort(() => xml(200, ratesXml(world.settings.now(), days))),
        );
      },
    },
  ];
}
