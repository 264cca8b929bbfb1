import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convert, isRate } from "./exchange";

describe("an exchange", () => {
  it.each([
    [10_000n, "EUR", "USD", "1.0837", 10_837n],
    [10_000n, "EUR", "JPY", "162.3549", 16_235n],
    [1n, "JPY", "EUR", "0.0061593", 1n],
    [1_000n, "KWD", "EUR", "3.005", 301n],
    [-1_000n, "KWD", "EUR", "3.005", -301n],
    [1n, "CLF", "KWD", "5", 1n],
    [1_000n, "EUR", "EUR", "1", 1_000n],
    [100n, "USD", "EUR", "0.0000000001", 0n],
  ])("of %s %s to %s at %s rounds once", (minor, from, to, rate, result) =>
    expect(convert(minor, from, to, rate)).toBe(result),
  );

  it("keeps the sign, and is never off by more than half a minor unit", () => {
    const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 10 ** 9 }), (minor, millionths) => {
        const rate = `${Math.floor(millionths / 1e6)}.${String(millionths % 1e6).padStart(6, "0")}`;
        const result = convert(minor, "EUR", "KWD", rate);
        expect(convert(-minor, "EUR", "KWD", rate)).toBe(-result);
        const error = 2n * (result * 10n ** 5n - minor * BigInt(millionths));
        expect(error <= 10n ** 5n && error >= -(10n ** 5n)).toBe(true);
      }),
    );
  });

  it.each([
    ["1.0837", true],
    ["0.0000000001", true],
    ["0", false],
    ["0.0000000000", false],
    ["-1", false],
    ["0.00000000001", false],
    ["1e3", false],
    ["", false],
  ])("has a rate like %j: %s", (text, valid) => expect(isRate(text)).toBe(valid));
});
