import { readFile } from "node:fs/promises";
import { setScene } from "./support/callers";
import { CALLERS, EXPECTED } from "./support/paths";
import { expect, test } from "./support/test";

/** Not pages or routes of ours. */
const OTHERS = ["/_global-error", "/_not-found", "/icon.svg"];

test("every page and route answers everyone as the table says, and shows no stranger our client", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const manifest = await readFile(".next/standalone/.next/app-path-routes-manifest.json", "utf8");
  const addresses = new Set(Object.values(JSON.parse(manifest) as Record<string, string>));
  const paths = [...addresses].filter((address) => !OTHERS.includes(address)).sort();
  expect(Object.keys(EXPECTED).sort()).toEqual(paths);

  const scene = await setScene(browser);
  const answers: Record<string, string> = {};
  for (const path of paths) {
    const given = await Promise.all(
      CALLERS.map(async (caller) => {
        const response = await scene.ask(caller, path);
        // A stream of events has no end to wait for.
        const text = path === "/api/live" ? await response.body?.cancel() : await response.text();
        if (scene.strangers.has(caller)) expect(text ?? "", `${path} as ${caller}`).not.toContain(scene.mark);
        return answerOf(response);
      }),
    );
    answers[path] = given.join(" ");
  }
  expect(answers).toEqual(EXPECTED);
});

function answerOf({ status, headers }: Response): string {
  if (status === 200) return "ok";
  if (status === 404) return "none";
  if (status !== 303 && status !== 307) return String(status);
  const { pathname } = new URL(headers.get("location") ?? "/", "http://localhost");
  if (pathname === "/sign-in") return "in";
  return pathname.replace(/[0-9a-f-]{36}/, "[id]").replace(/[\w-]{43}/, "[token]");
}
