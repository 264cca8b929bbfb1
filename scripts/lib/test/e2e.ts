import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Problem } from "../../preflight/problem.mjs";
import { ensureBrowser } from "../browser";
import { build } from "../build-step";
import { bin, type Context, readReport, tool } from "./part";
import { countPlaywright, type Result } from "./result";
import { startStacks } from "./stack";

/** Stories of different files run side by side, each worker on a product of its own. */
const WORKERS = Math.min(2, availableParallelism());

/** Runs the Playwright stories against the production build, with workers, sandboxes and databases of their own. */
export async function stories(context: Context): Promise<Result> {
  const { root, signal, scratch } = context;
  const say = (text: string) => console.log(`  ${text}`);
  try {
    const browser = await ensureBrowser(root, signal, say);
    await build({ root, signal, say: () => {}, title: say });
    const stack = await startStacks({ root, signal, scratch, say }, WORKERS);
    try {
      return await playwright(context, { ...stack.env, CHROMIUM_PATH: browser, LOG_LEVEL: "error" });
    } finally {
      await stack.stop();
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    for (const line of [error.message, ...error.lines]) say(line);
    return { passed: 0, failed: 1 };
  }
}

async function playwright(context: Context, env: Record<string, string>): Promise<Result> {
  const report = join(context.scratch, "e2e.json");
  const program = bin(context, "@playwright", "test", "cli.js");
  const code = await tool(context, [program, "test", "--reporter=list,json", ...context.rest], {
    env: { ...context.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_FORCE_TTY: "0" },
  });
  return countPlaywright(await readReport(report), code);
}
