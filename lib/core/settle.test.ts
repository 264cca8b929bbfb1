import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sum } from "./money";
import { paymentUse } from "./payment-use";
import { fillInOrder, lesser } from "./settle";

describe("fillInOrder", () => {
  test.each([
    [0n, [100n, 50n], [0n, 0n]],
    [30n, [100n, 50n], [30n, 0n]],
    [120n, [100n, 50n], [100n, 20n]],
    [500n, [100n, 50n], [100n, 50n]],
    [-5n, [100n], [0n]],
    [10n, [0n, -3n, 4n], [0n, 0n, 4n]],
  ])("%s over %s", (amount, owed, parts) => expect(fillInOrder(amount, owed)).toEqual(parts));

  test("gives out all of the amount or all that is owed, and leaves none short before a later one gets some", () =>
    fc.assert(
      fc.property(fc.bigInt(0n, 10_000n), fc.array(fc.bigInt(0n, 3_000n)), (amount, owed) => {
        const parts = fillInOrder(amount, owed);
        expect(sum(parts)).toBe(lesser(amount, sum(owed)));
        const short = parts.findIndex((part, index) => part < (owed[index] ?? 0n));
        if (short >= 0) expect(parts.slice(short + 1).every((part) => part === 0n)).toBe(true);
      }),
    ));
});

test.each([
  [100n, 0n, 0n, false, "applied"],
  [100n, 40n, 0n, false, "partly_applied"],
  [100n, 100n, 0n, false, "unapplied"],
  [100n, 0n, 1n, false, "partly_refunded"],
  [100n, 0n, 100n, false, "refunded"],
  [100n, 0n, 0n, true, "reversed"],
] as const)(
  "of %s, %s left, %s refunded, reversed %s: %s",
  (amountMinor, leftMinor, refundedMinor, reversed, use) =>
    expect(paymentUse({ amountMinor, leftMinor, refundedMinor, reversed })).toBe(use),
);
