import { Logger, type Runner, run } from "graphile-worker";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { startSealer } from "./sealer";
import { crontab, tasks } from "./tasks";

const LEVELS = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

const logger = new Logger(() => (level, message, meta) => {
  log[LEVELS[level]]({ worker: true, problem: meta?.error ? String(meta.error) : undefined }, message);
});

/** Starts taking jobs, and sealing the audit log; failed ones are tried again with exponential backoff, then stay parked. */
export async function startWorker(): Promise<Runner> {
  const runner = await run({
    connectionString: env().DATABASE_QUEUE_URL,
    concurrency: env().WORKER_CONCURRENCY,
    taskList: tasks,
    crontab,
    noHandleSignals: true,
    pollInterval: 2000,
    logger,
  });
  const stopSealing = startSealer();
  runner.events.once("stop", stopSealing);
  return runner;
}
