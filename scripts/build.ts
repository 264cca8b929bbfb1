import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { clearStamp, sourcesHash, writeStamp } from "./lib/build-stamp";
import { bundleProcesses } from "./lib/bundle";
import { copyPackages } from "./lib/trace";
import { Problem } from "./preflight/problem.mjs";
import { run } from "./preflight/run.mjs";

/** `npm run build`: everything production needs, in .next/standalone (to be copied away whole) and dist. */
async function build(root: string): Promise<void> {
  const hash = await sourcesHash(root);
  await clearStamp(root);
  await rm(join(root, "dist"), { recursive: true, force: true });
  console.log("Bundling worker, sandbox and migrations");
  const bundles = await bundleProcesses(root);
  await buildWeb(root);
  console.log("Copying what the web serves");
  const standalone = join(root, ".next", "standalone");
  await cp(join(root, ".next", "static"), join(standalone, ".next", "static"), { recursive: true });
  await cp(join(root, "public"), join(standalone, "public"), { recursive: true }).catch(ignoreMissing);
  await cp(join(root, "db", "migrations"), join(standalone, "db", "migrations"), { recursive: true });
  await cp(join(root, "dist"), join(standalone, "dist"), { recursive: true });
  await copyPackages(root, bundles, standalone);
  await writeStamp(root, hash);
}

async function buildWeb(root: string): Promise<void> {
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const { code, lines } = await run(process.execPath, [next, "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    signal: interrupted.signal,
    onLine: (line) => console.log(line),
  });
  if (code !== 0) throw new Problem("next build failed.", process.stdout.isTTY ? [] : lines);
}

/** esbuild has printed its errors already, each with its place in the sources. */
function describe(error: unknown): unknown {
  if (error instanceof Problem) return error.message;
  return error instanceof Error && "errors" in error ? "Bundling failed." : error;
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

const interrupted = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const)
  process.on(name, () => interrupted.abort(new Error("stopped")));

await build(process.cwd()).catch((error: unknown) => {
  if (!interrupted.signal.aborted) console.error(describe(error));
  process.exitCode = 1;
});
