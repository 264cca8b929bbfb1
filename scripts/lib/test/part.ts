import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type RunOptions, run } from "../../preflight/run.mjs";
import type { Result } from "./result";

export interface Context {
  root: string;
  signal: AbortSignal;
  /** Where runners leave their reports. */
  scratch: string;
  /** Environment of every part: without the settings of whoever runs the tests. */
  env: Record<string, string | undefined>;
  /** Further arguments for the runner, as in `--only unit lib/core`. */
  rest: string[];
}

export interface Part {
  name: string;
  title: string;
  run: (context: Context) => Promise<Result>;
}

/** Runs one of the project's tools with its output shown as it comes; resolves with its exit code. */
export async function tool(context: Context, args: string[], options: RunOptions = {}): Promise<number> {
  const { code } = await run(process.execPath, args, {
    cwd: context.root,
    env: context.env,
    signal: context.signal,
    onLine: (line) => console.log(`  ${line}`),
    ...options,
  });
  return code;
}

/** The program of a package, by its path in node_modules. */
export const bin = (context: Context, ...path: string[]) => join(context.root, "node_modules", ...path);

/** Reads a runner's JSON report; undefined when it left none. */
export async function readReport<T>(path: string): Promise<T | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  await rm(path, { force: true });
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

/** The environment without anything that could lead a test to someone's real database or provider. */
export function neutral(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const risky =
    /^(DATABASE_|PG|PASSWORD_|SEALING_|AUDIT_|STRIPE_|RESEND_|AUTH_|APP_URL|SANDBOX_|DEMO_|EMBEDDED_|PORT|HOST|MAIL_|WORKER|NODE_ENV|TRUST_PROXY|LOG_LEVEL)/;
  const kept = Object.entries(env).filter(([key]) => !risky.test(key));
  const { FORCE_COLOR: _, NO_COLOR: __, ...rest } = Object.fromEntries(kept);
  const colours = process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };
  return { ...rest, ...colours, NEXT_TELEMETRY_DISABLED: "1" };
}
