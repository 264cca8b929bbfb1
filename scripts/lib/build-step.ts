import { Problem } from "../preflight/problem.mjs";
import { run } from "../preflight/run.mjs";
import { isBuilt, sourcesHash } from "./build-stamp";

interface BuildOptions {
  root: string;
  signal: AbortSignal;
  say: (text: string) => void;
  title: (text: string) => void;
}

/**
 * Builds for production when the sources have changed since the last build.
 * @throws Problem with the last lines of the build
 */
export async function build({ root, signal, say, title }: BuildOptions): Promise<void> {
  if (await isBuilt(root, await sourcesHash(root))) return title("Build (up to date)");
  const { code, lines } = await run(process.execPath, ["--import", "tsx", "scripts/build.ts"], {
    cwd: root,
    env: buildEnv(process.env),
    signal,
    onLine: (line) => line.trim() && say(line.trim()),
  });
  if (code !== 0) throw new Problem("The build failed. Its last lines:", lines);
}

/** A build needs no secrets and no database, and must come out the same whatever they are. */
function buildEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([key]) =>
      !/^(DATABASE_|STRIPE_|RESEND_|AUTH_|SEALING_|DEMO_|EMBEDDED_|SANDBOX_|APP_URL|PORT|HOST)/.test(key),
  );
  return { ...Object.fromEntries(kept), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}
