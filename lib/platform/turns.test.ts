import { expect, it } from "vitest";
import { turns } from "./turns";

it("lets two run at once and the rest wait in their order, also when one fails", async () => {
  const inTurn = turns(2);
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  const work = (index: number) =>
    inTurn(async () => {
      begun.push(index);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (index === 0) throw new Error("broken");
      return index;
    });
  const all = Promise.allSettled([0, 1, 2, 3].map(work));
  for (let index = 0; index < 4; index += 1) {
    await expect.poll(() => ends.length).toBeGreaterThan(index);
    expect(begun).toHaveLength(Math.min(4, index + 2));
    ends[index]?.();
  }
  expect((await all).map(({ status }) => status)).toEqual([
    "rejected",
    "fulfilled",
    "fulfilled",
    "fulfilled",
  ]);
  expect(begun).toEqual([0, 1, 2, 3]);
});
