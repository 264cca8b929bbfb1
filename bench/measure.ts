import { performance } from "node:perf_hooks";

/** Runs `work` for some seconds, `width` at a time; gives how many per second. */
export async function perSecond(
  seconds: number,
  width: number,
  work: () => Promise<unknown>,
): Promise<number> {
  const start = performance.now();
  const until = start + seconds * 1000;
  let done = 0;
  const lane = async () => {
    while (performance.now() < until) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return done / ((performance.now() - start) / 1000);
}

/** The median time of one call in milliseconds, after some calls to warm up. */
export async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  for (let i = 0; i < 3; i += 1) await work();
  const taken: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  return taken[Math.floor(taken.length / 2)] ?? 0;
}
