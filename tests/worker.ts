import { Logger, runOnce } from "graphile-worker";
import { env } from "@/lib/platform/env";
import { tasks } from "@/worker/tasks";

/** Runs every job that is due, and those that they add, with the worker's own tasks; then returns. */
export async function workAll(): Promise<void> {
  await runOnce({
    connectionString: env().DATABASE_QUEUE_URL,
    taskList: tasks,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
  });
}
