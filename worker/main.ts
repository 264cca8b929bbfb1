import { connection } from "@/lib/platform/context";
import { log } from "@/lib/platform/log";
import { startWorker } from "./run";

const runner = await startWorker();
log.info("worker is ready");

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await runner.stop();
  await connection().close();
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
await runner.promise;
