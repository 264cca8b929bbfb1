import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencies, minorUnits } from "./currencies";
import { allocate, extend, mulDiv, settle, share, sum, toMajor, toMinor } from "./money";

const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const currency = fc.constantFrom(...currencies);

describe("minor units", () => {
  it.each([
    ["JPY", 0],
    ["EUR", 2],
    ["KWD", 3],
    ["CLF", 4],
    ["UGX", 0],
    ["ISK", 0],
  ])("of %s are %i", (code, digits) => expect(minorUnits(code)).toBe(digits));

  it("of an unknown code are refused", () => {
    for (const code of ["", "eur", "XXX", "EURO"]) expect(() => minorUnits(code)).toThrow(RangeError);
  });
});

describe("amounts", () => {
  it("survive the way to major units and back, in every currency", () => {
    fc.assert(
      fc.property(amount, currency, (minor, code) => {
        expect(toMinor(toMajor(minor, code), code)).toBe(minor);
      }),
    );
  });

  it.each([
    ["12.5", "EUR", 1250n],
    ["-0.01", "EUR", -1n],
    ["7", "JPY", 7n],
    ["1.234", "KWD", 1234n],
  ])("%s %s", (text, code, minor) => expect(toMinor(text, code)).toBe(minor));

  it.each([
    ["1.234", "EUR"],
    ["1.5", "JPY"],
    ["1e3", "EUR"],
    ["1e308", "EUR"],
    ["NaN", "EUR"],
    ["Infinity", "EUR"],
    ["", "EUR"],
    [" 1", "EUR"],
    ["1,50", "EUR"],
    ["٣", "EUR"],
    [".5", "EUR"],
  ])("refuse %j in %s", (text, code) => expect(() => toMinor(text, code)).toThrow(RangeError));
});

describe("rounding", () => {
  it.each([
    [5n, 1n, 2n, 3n],
    [-5n, 1n, 2n, -3n],
    [1n, 1n, 3n, 0n],
    [2n, 1n, 3n, 1n],
  ])("%i × %i ÷ %i is %i: half goes away from zero", (a, n, d, result) =>
    expect(mulDiv(a, n, d)).toBe(result),
  );

  it("is symmetric and never off by more than half", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 1_000_000 }), (minor, ppm) => {
        const part = share(minor, ppm);
        expect(share(-minor, ppm)).toBe(-part);
        const error = 2n * (part * 1_000_000n - minor * BigInt(ppm));
        expect(error <= 1_000_000n && error >= -1_000_000n).toBe(true);
      }),
    );
  });

  it("happens once in quantity × price", () => {
    expect(extend("3", "0.335", "EUR")).toBe(101n);
    expect(extend("0.5", "0.01", "EUR")).toBe(1n);
    expect(extend("-0.5", "0.01", "EUR")).toBe(-1n);
    expect(extend("1.005", "100", "EUR")).toBe(10050n);
    expect(extend("0.1", "0.2", "EUR")).toBe(2n);
    expect(extend("999999999.999999", "999999.999999", "EUR")).toBe(99999999999899900n);
  });
});

describe("allocation", () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 })
    .filter((list) => sum(list) > 0n);

  it("never loses or makes a cent, and stays within one of the exact share", () => {
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        const parts = allocate(total, list);
        expect(sum(parts)).toBe(total);
        const whole = sum(list);
        parts.forEach((part, index) => {
          const error = part * whole - total * (list[index] ?? 0n);
          expect(error < whole && error > -whole).toBe(true);
        });
      }),
    );
  });

  it("gives the odd cents to the largest remainders, then to the first", () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(allocate(-5n, [1n, 1n])).toEqual([-3n, -2n]);
    expect(allocate(10n, [0n, 1n])).toEqual([0n, 10n]);
  });

  it("refuses weights that are none or negative", () => {
    expect(() => allocate(1n, [])).toThrow(RangeError);
    expect(() => allocate(1n, [0n])).toThrow(RangeError);
    expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError);
  });
});

describe("settling", () => {
  it("moves the cent that is missing where it was rounded furthest", () => {
    expect(settle(100n, [333n, 333n, 334n], 10n)).toEqual([33n, 33n, 34n]);
    expect(settle(2n, [14n, 13n, -7n], 10n)).toEqual([2n, 1n, -1n]);
    expect(settle(3n, [16n, 17n], 10n)).toEqual([1n, 2n]);
  });

  it("leaves nothing where there is nothing", () => {
    expect(settle(2n, [0n, 5n], 5n)).toEqual([0n, 2n]);
    expect(settle(-3n, [0n, -5n, 0n], 5n)).toEqual([0n, -3n, 0n]);
    expect(settle(0n, [], 5n)).toEqual([]);
  });

  it("keeps any total and stays within one of exact values of either sign", () => {
    const numerators = fc.array(fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }), { maxLength: 8 });
    fc.assert(
      fc.property(numerators, fc.bigInt({ min: 1n, max: 1000n }), (list, denominator) => {
        const total = mulDiv(sum(list), 1n, denominator);
        const parts = settle(total, list, denominator);
        expect(sum(parts)).toBe(total);
        expect(
          settle(
            -total,
            list.map((one) => -one),
            denominator,
          ),
        ).toEqual(parts.map((part) => -part));
        parts.forEach((part, index) => {
          const error = part * denominator - (list[index] ?? 0n);
          expect(error < denominator && error > -denominator).toBe(true);
        });
      }),
    );
  });
});
