import { readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { Problem } from "../preflight/problem.mjs";
import { run } from "../preflight/run.mjs";
import { aptInstall, firstExecutable, mayInstall, onPath } from "./program";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** An installed Chromium: on the path, or in Playwright's cache; undefined when there is none. */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  return firstExecutable([env.CHROMIUM_PATH, ...onPath(NAMES, env), MAC, ...(await playwrightCache(env))]);
}

/** Playwright keeps each revision in a folder of its own: the newest first. */
async function playwrightCache(env: NodeJS.ProcessEnv): Promise<string[]> {
  const mac = process.platform === "darwin";
  const cache =
    env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), mac ? "Library/Caches" : ".cache", "ms-playwright");
  const names = await readdir(cache).catch(() => []);
  const revisions = names
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => revision(b) - revision(a));
  const inside = [
    "chrome-linux64/chrome",
    "chrome-linux/chrome",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  ];
  return revisions.flatMap((name) => inside.map((file) => join(cache, name, file)));
}

const revision = (name: string) => Number.parseInt(name.slice("chromium-".length), 10);

/**
 * Finds a browser or gets one: from the distribution as root, otherwise from Playwright.
 * @throws Problem when there is none to be had
 */
export async function ensureBrowser(
  root: string,
  signal: AbortSignal,
  say: (text: string) => void,
): Promise<string> {
  const found = await findBrowser();
  if (found) return found;
  const apt = await mayInstall();
  if (apt) {
    say("installing Chromium with apt-get");
    await aptInstall("chromium", signal);
  }
  const installed = await findBrowser();
  if (installed) return installed;
  say("downloading Chromium with Playwright");
  const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");
  await run(process.execPath, [playwright, "install", ...(apt ? ["--with-deps"] : []), "chromium"], {
    signal,
    cwd: root,
  }).catch(() => signal.throwIfAborted());
  const downloaded = await findBrowser();
  if (downloaded) return downloaded;
  throw new Problem(
    "There is no Chromium, and none could be installed. Install one, or set CHROMIUM_PATH to its program.",
  );
}
