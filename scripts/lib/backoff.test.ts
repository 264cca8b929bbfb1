import { expect, it } from "vitest";
import { nextDelay } from "./backoff";

it("waits longer after each crash, and gives up after five within two minutes", () => {
  const crashes = [0, 5000, 10_000, 15_000, 20_000, 25_000];
  const delays = crashes.map((_, index) => nextDelay(crashes.slice(0, index + 1)));
  expect(delays).toEqual([1000, 2000, 4000, 8000, 15_000, undefined]);
});

it("forgives crashes of long ago", () => {
  expect(nextDelay([0, 1000, 2000, 3000, 4000, 300_000])).toBe(1000);
});
