import { json, page } from "../http/reply";
import type { Route } from "../http/router";
import type { World } from "../world";
import { overviewPage } from "./overview";

export function overviewRoutes(world: World): Route[] {
  return [
    { method: "GET", path: "/", handle: () => page(200, overviewPage(world)) },
    { method: "GET", path: "/health", handle: () => json(200, { ok: true }) },
  ];
}
