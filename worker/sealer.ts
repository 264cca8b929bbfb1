import { setTimeout as wait } from "node:timers/promises";
import { sealAudit } from "@/lib/audit/seal";
import { log } from "@/lib/platform/log";

/** How long an audit entry waits at most for the next look, in milliseconds: until then nobody would see it being changed. */
const EVERY = 1000;

/** Seals the audit log again and again, until the returned function is called. Several workers may do so at once. */
export function startSealer(): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    while (!signal.aborted) {
      await sealAudit().catch((error: unknown) => {
        if (!signal.aborted) log.error({ err: error }, "the audit log could not be sealed");
      });
      await wait(EVERY, undefined, { signal }).catch(() => {});
    }
  };
  void run();
  return () => stopping.abort();
}
