import { get } from "node:http";
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
    const status = await statusOf(url, signal);
    if (status === 200) return;
    if (performance.now() > deadline)
      throw new Problem(
        `The ${name} process did not get ready in ${timeout / 1000} s (${status ? `status ${status}` : "no answer"} at ${url}). Its last lines:`,
        lastLines(),
      );
    await wait(150, undefined, { signal }).catch(() => {});
  }
}

/** The status that an address answers with; 0 without an answer. Keeps no connection, which would hold up a stop. */
function statusOf(url: string, signal: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: 5000, signal }, (response) => {
      response.resume();
      response.on("close", () => resolve(response.statusCode ?? 0));
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(0));
  });
}

interface HealthOptions {
  name: string;
  signal: AbortSignal;
  lastLines: () => string[];
  timeout?: number;
}
