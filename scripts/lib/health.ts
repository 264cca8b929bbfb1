import { setTimeout as wait } from "node:timers/promises";
import { Problem } from "../preflight/problem.mjs";

/**
 * Waits until an address answers 200.
 * @param lastLines what the service wrote last, for the message when it does not get ready
 * @throws Problem after `timeout` milliseconds
 */
export async function untilHealthy(
  url: string,
  { name, signal, lastLines, timeout = 60_000 }: HealthOptions,
): Promise<void> {
  const deadline = performance.now() + timeout;
  for (;;) {
    signal.throwIfAborted();
    const limit = AbortSignal.any([signal, AbortSignal.timeout(5000)]);
    // A connection kept alive would hold up the service when it is told to stop.
    const headers = { connection: "close" };
    const status = await fetch(url, { signal: limit, redirect: "manual", headers }).then(
      async (response) => {
        await response.body?.cancel();
        return response.status;
      },
      () => 0,
    );
    if (status === 200) return;
    if (performance.now() > deadline)
      throw new Problem(
        `The ${name} process did not get ready in ${timeout / 1000} s (${status ? `status ${status}` : "no answer"} at ${url}). Its last lines:`,
        lastLines(),
      );
    await wait(150, undefined, { signal }).catch(() => {});
  }
}

interface HealthOptions {
  name: string;
  signal: AbortSignal;
  lastLines: () => string[];
  timeout?: number;
}
