import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sum } from "./money";
import { isValidTax, type Tax, taxTotals } from "./tax";
import { invoiceTotals, type LineInput, lineTotals } from "./totals";

const S = (ratePpm: number): Tax => ({ category: "S", ratePpm });
const O: Tax = { category: "O", ratePpm: 0 };

const decimal = (max: number, places: number) =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max: 10 ** places - 1 }))
    .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(places, "0")}`);

const line: fc.Arbitrary<LineInput> = fc.record({
  quantity: decimal(10_000, 3),
  unitPrice: decimal(100_000, 4),
  discount: fc.option(
    fc.integer({ min: 0, max: 1_000_000 }).map((ppm) => ({ kind: "percent" as const, ppm })),
  ),
  tax: fc.constantFrom(S(190_000), S(70_000), S(200_000), S(81_250), O, {
    category: "AE" as const,
    ratePpm: 0,
  }),
});
const lines = fc.array(line, { maxLength: 30 });

describe("a line", () => {
  it("rounds the product once, then the discount once", () => {
    const input: LineInput = {
      quantity: "3",
      unitPrice: "33.335",
      discount: { kind: "percent", ppm: 125_000 },
      tax: S(190_000),
    };
    expect(lineTotals(input, "EUR")).toEqual({ grossMinor: 10001n, discountMinor: 1250n, netMinor: 8751n });
  });

  it("takes a fixed discount as it is", () => {
    const input: LineInput = {
      quantity: "1",
      unitPrice: "10",
      discount: { kind: "amount", minor: 999n },
      tax: O,
    };
    expect(lineTotals(input, "EUR")).toEqual({ grossMinor: 1000n, discountMinor: 999n, netMinor: 1n });
  });
});

describe("an invoice", () => {
  it("computes tax per rate on the summed base, not per line (EN 16931 BR-CO-17)", () => {
    const three = Array.from({ length: 3 }, () => ({
      quantity: "1",
      unitPrice: "0.33",
      discount: null,
      tax: S(190_000),
    }));
    const totals = invoiceTotals(three, "EUR");
    expect(totals.taxes).toEqual([{ category: "S", ratePpm: 190_000, baseMinor: 99n, taxMinor: 19n }]);
    expect(totals.totalMinor).toBe(118n);
  });

  it("has no minor units in JPY and three in KWD", () => {
    const one = [{ quantity: "1.5", unitPrice: "333", discount: null, tax: S(100_000) }];
    expect(invoiceTotals(one, "JPY")).toMatchObject({ subtotalMinor: 500n, taxMinor: 50n, totalMinor: 550n });
    expect(invoiceTotals(one, "KWD")).toMatchObject({ subtotalMinor: 499_500n, taxMinor: 49_950n });
  });

  it("adds up for any lines (BR-CO-10, BR-CO-13, BR-CO-15, BR-S-08)", () => {
    fc.assert(
      fc.property(lines, fc.constantFrom("EUR", "JPY", "KWD"), (inputs, currency) => {
        const totals = invoiceTotals(inputs, currency);
        expect(totals.subtotalMinor).toBe(sum(totals.lines.map((item) => item.netMinor)));
        expect(sum(totals.taxes.map((tax) => tax.baseMinor))).toBe(totals.subtotalMinor);
        expect(totals.totalMinor).toBe(totals.subtotalMinor + sum(totals.taxes.map((tax) => tax.taxMinor)));
        for (const item of totals.lines) {
          expect(item.netMinor).toBe(item.grossMinor - item.discountMinor);
          expect(item.discountMinor >= 0n && item.discountMinor <= item.grossMinor).toBe(true);
        }
        const keys = totals.taxes.map((tax) => `${tax.category}${tax.ratePpm}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on the order of its lines", () => {
    fc.assert(
      fc.property(lines, (inputs) => {
        const { lines: _, ...forward } = invoiceTotals(inputs, "EUR");
        const { lines: __, ...backward } = invoiceTotals([...inputs].reverse(), "EUR");
        expect(backward).toEqual(forward);
      }),
    );
  });

  it("changes its sign with its quantities", () => {
    fc.assert(
      fc.property(lines, (inputs) => {
        const negated = inputs.map((item) => ({ ...item, quantity: `-${item.quantity}` }));
        const [a, b] = [invoiceTotals(inputs, "EUR"), invoiceTotals(negated, "EUR")];
        expect(b.totalMinor).toBe(-a.totalMinor);
      }),
    );
  });

  it("without lines is nothing", () => {
    expect(invoiceTotals([], "EUR")).toEqual({
      lines: [],
      taxes: [],
      subtotalMinor: 0n,
      taxMinor: 0n,
      totalMinor: 0n,
    });
  });
});

describe("tax", () => {
  it("keeps rates of different categories apart", () => {
    const rows = taxTotals([
      { netMinor: 100n, tax: { category: "Z", ratePpm: 0 } },
      { netMinor: 100n, tax: { category: "E", ratePpm: 0 } },
    ]);
    expect(rows.map((row) => row.category)).toEqual(["Z", "E"]);
  });

  it("has a rate in the standard category alone", () => {
    expect(isValidTax(S(190_000))).toBe(true);
    expect(isValidTax(S(0))).toBe(false);
    expect(isValidTax({ category: "E", ratePpm: 1 })).toBe(false);
    expect(isValidTax({ category: "AE", ratePpm: 0 })).toBe(true);
  });
});
