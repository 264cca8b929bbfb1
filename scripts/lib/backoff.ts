const DELAYS = [1000, 2000, 4000, 8000, 15_000];
const CALM = 120_000;

/**
 * How long to wait before a service that has just crashed is started again.
 * @param crashes times in ms of its crashes so far, the last one now
 * @returns milliseconds, or undefined once it has crashed too often within two minutes
 */
export function nextDelay(crashes: readonly number[]): number | undefined {
  const now = crashes.at(-1) ?? 0;
  const recent = crashes.filter((time) => now - time < CALM).length;
  return DELAYS[Math.max(recent, 1) - 1];
}
