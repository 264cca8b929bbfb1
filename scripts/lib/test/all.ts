import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../../preflight/problem.mjs";
import { type Context, neutral } from "./part";
import { parts } from "./parts";
import { type Result, total } from "./result";

/**
 * Runs every part, or those named by `--only`, whatever fails in between; the last line says how many tests passed and failed.
 * @returns the exit code
 */
export async function testAll({ root, args, signal }: { root: string; args: string[]; signal: AbortSignal }) {
  const { only, rest } = parse(args);
  const env = neutral(process.env);
  // The parts that run in this process are not to see them either.
  for (const key of Object.keys(process.env)) if (!(key in env)) delete process.env[key];
  const scratch = await mkdtemp(join(tmpdir(), "counterfoil-reports-"));
  const context: Context = { root, signal, scratch, env, rest };
  const rows: { title: string; result: Result; seconds: string }[] = [];
  try {
    for (const part of parts) {
      if (only.length > 0 && !only.includes(part.name)) continue;
      signal.throwIfAborted();
      console.log(`\n▶ ${part.title}`);
      const begun = performance.now();
      const result = await part.run(context).catch((error: unknown) => {
        signal.throwIfAborted();
        console.error(error);
        return { passed: 0, failed: 1 };
      });
      rows.push({ title: part.title, result, seconds: ((performance.now() - begun) / 1000).toFixed(1) });
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  console.log("");
  for (const { title, result, seconds } of rows)
    console.log(
      `${result.failed > 0 ? "✖" : "✔"} ${title}: ${result.passed} ok, ${result.failed} not ok (${seconds} s)`,
    );
  const { passed, failed } = total(rows.map(({ result }) => result));
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

function parse(args: string[]): { only: string[]; rest: string[] } {
  if (args.length === 0) return { only: [], rest: [] };
  const names = parts.map(({ name }) => name);
  const only = (args[0] === "--only" ? args[1] : args[0]?.match(/^--only=(.*)$/)?.[1])?.split(",") ?? [];
  if (only.length === 0 || only.some((name) => !names.includes(name)))
    throw new Problem(`Use: npm test -- --only ${names.join("|")} [arguments of the runner]`);
  return { only, rest: args.slice(args[0] === "--only" ? 2 : 1) };
}
