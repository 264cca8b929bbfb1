import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instalmentStates, splitEvenly } from "./instalments";
import { sum } from "./money";

describe("an even split", () => {
  it("gives the first ones the odd cents", () => {
    expect(splitEvenly(1000n, 3)).toEqual([334n, 333n, 333n]);
    expect(splitEvenly(1n, 2)).toEqual([1n, 0n]);
  });

  it("never loses or makes a cent, and its parts differ by one at most", () => {
    const total = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(total, fc.integer({ min: 1, max: 60 }), (minor, count) => {
        const parts = splitEvenly(minor, count);
        const sorted = [...parts].sort((a, b) => (a < b ? -1 : 1));
        expect(parts).toHaveLength(count);
        expect(sum(parts)).toBe(minor);
        expect((sorted.at(-1) ?? 0n) - (sorted[0] ?? 0n)).toBeLessThanOrEqual(1n);
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses %s parts", (count) =>
    expect(() => splitEvenly(1n, count)).toThrow(RangeError),
  );
});

describe("instalments", () => {
  const plan = [
    { dueDate: "2026-03-01", amountMinor: 100n },
    { dueDate: "2026-01-01", amountMinor: 100n },
    { dueDate: "2026-02-01", amountMinor: 100n },
  ];
  const states = (paid: bigint, today: string) => instalmentStates(plan, paid, today).map((one) => one.state);

  it("are filled by what was paid, the earliest first", () => {
    expect(instalmentStates(plan, 150n, "2025-12-31")).toEqual([
      { paidMinor: 0n, state: "upcoming" },
      { paidMinor: 100n, state: "paid" },
      { paidMinor: 50n, state: "partially_paid" },
    ]);
  });

  it("are due on their day and late from the day after, also when partially paid", () => {
    expect(states(0n, "2026-02-01")).toEqual(["upcoming", "overdue", "due"]);
    expect(states(150n, "2026-02-01")).toEqual(["upcoming", "paid", "partially_paid"]);
    expect(states(150n, "2026-02-02")).toEqual(["upcoming", "paid", "overdue"]);
  });

  it("are all paid by more than their sum, and none by less than nothing", () => {
    expect(states(1000n, "2026-12-31")).toEqual(["paid", "paid", "paid"]);
    expect(instalmentStates(plan, -5n, "2025-12-31").map((one) => one.paidMinor)).toEqual([0n, 0n, 0n]);
  });

  it("of one day are filled in their order", () => {
    const twins = [
      { dueDate: "2026-01-01", amountMinor: 10n },
      { dueDate: "2026-01-01", amountMinor: 10n },
    ];
    expect(instalmentStates(twins, 15n, "2026-01-01").map((one) => one.paidMinor)).toEqual([10n, 5n]);
  });
});
