import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currencies } from "@/lib/core/currencies";
import { fromStripe, toStripe } from "./amounts";

describe("an amount as Stripe writes it", () => {
  test.each([
    ["EUR", 1234n, 1234],
    ["JPY", 500n, 500],
    ["KRW", 500n, 500],
    // ISO 4217 gives it two decimals, Stripe none.
    ["MGA", 50_000n, 500],
    ["KWD", 5120n, 5120],
    ["TND", 10n, 10],
    // ISO 4217 gives them no decimals, Stripe two that are 00.
    ["ISK", 5n, 500],
    ["UGX", 5n, 500],
    // Special for payouts alone.
    ["HUF", 1045n, 1045],
    ["TWD", 80_045n, 80_045],
  ])("%s %s is %s, and back", (currency, minor, amount) => {
    expect(toStripe(minor, currency)).toBe(amount);
    expect(fromStripe(amount, currency)).toBe(minor);
  });

  test.each([
    ["KWD", 5124n],
    ["MGA", 50_050n],
    ["EUR", 2n ** 53n],
  ])("%s %s can't be expressed", (currency, minor) =>
    expect(() => toStripe(minor, currency)).toThrow(RangeError),
  );

  test.each([
    ["ISK", 550],
    ["UGX", 1],
    ["EUR", 1.5],
    ["EUR", Number.NaN],
    ["XXX", 1],
  ])("of %s there is no %s", (currency, amount) =>
    expect(() => fromStripe(amount, currency)).toThrow(RangeError),
  );

  test("never changes on its way there and back, in any currency", () =>
    fc.assert(
      fc.property(fc.constantFrom(...currencies), fc.bigInt(1n, 10n ** 9n), (currency, units) => {
        // Ten thousand of the smallest unit are whole by every rule.
        const minor = units * 10_000n;
        expect(fromStripe(toStripe(minor, currency), currency)).toBe(minor);
      }),
    ));
});
