/** Runs once per web process. With WORKER=web it takes jobs as well, so that a small installation is one process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("@/lib/platform/env");
  env();
  if (env().WORKER !== "web") return;
  const { startWorker } = await import("@/worker/run");
  await startWorker();
}
