import { describe, expect, it } from "vitest";
import { eco, income, provincial, standard } from "@/tests/invoice-inputs";
import { type LineInput, lineAmounts } from "./lines";
import { UNTAXED } from "./tax";
import { invoiceTotals } from "./totals";

const line = (unitPrice: string, tax = standard(190_000), change: Partial<LineInput> = {}): LineInput => ({
  quantity: "1",
  unitPrice,
  discount: null,
  tax,
  ...change,
});
const invoice = (lines: LineInput[], change = {}) =>
  invoiceTotals({ currency: "EUR", pricesIncludeTax: false, lines, adjustments: [], ...change });
const inclusive = (lines: LineInput[], change = {}) => invoice(lines, { pricesIncludeTax: true, ...change });

describe("a line", () => {
  it("rounds the product once, then the discount once", () => {
    const input = line("33.335", UNTAXED, { quantity: "3", discount: { kind: "percent", ppm: 125_000 } });
    expect(lineAmounts(input, "EUR")).toEqual({
      grossMinor: 10001n,
      discountMinor: 1250n,
      amountMinor: 8751n,
    });
  });

  it("takes a fixed discount as it is", () => {
    const input = line("10", UNTAXED, { discount: { kind: "amount", minor: 999n } });
    expect(lineAmounts(input, "EUR")).toEqual({ grossMinor: 1000n, discountMinor: 999n, amountMinor: 1n });
  });

  it("has up to six decimals in quantity and price", () => {
    const input = line("0.000001", UNTAXED, { quantity: "999999.999999" });
    expect(lineAmounts(input, "EUR").amountMinor).toBe(100n);
  });
});

describe("an invoice", () => {
  it("without lines is nothing", () => {
    expect(invoice([])).toMatchObject({ lines: [], taxes: [], subtotalMinor: 0n, payableMinor: 0n });
  });

  it("computes tax per rate on the summed base, not per line (EN 16931 BR-CO-17)", () => {
    const totals = invoice([line("0.33"), line("0.33"), line("0.33")]);
    expect(totals.taxes).toEqual([{ category: "S", ratePpm: 190_000, baseMinor: 99n, taxMinor: 19n }]);
    expect(totals.totalMinor).toBe(118n);
  });

  it("has no minor units in JPY, three in KWD, four in CLF", () => {
    const one = [line("333", standard(100_000), { quantity: "1.5" })];
    expect(invoice(one, { currency: "JPY" })).toMatchObject({ subtotalMinor: 500n, taxMinor: 50n });
    expect(invoice(one, { currency: "KWD" })).toMatchObject({ subtotalMinor: 499_500n, taxMinor: 49_950n });
    expect(invoice(one, { currency: "CLF" })).toMatchObject({ totalMinor: 5_494_500n });
  });

  it("says what was granted: the discounts of lines and document, without tax", () => {
    const lines = [line("119", standard(190_000), { discount: { kind: "percent", ppm: 100_000 } })];
    const adjustments = [{ kind: "discount", value: { kind: "amount", minor: 1190n }, tax: null }];
    expect(inclusive(lines, { adjustments })).toMatchObject({
      linesMinor: 9000n,
      discountMinor: 1000n,
      subtotalMinor: 8000n,
      totalMinor: 9520n,
      grantedMinor: 2000n,
    });
  });
});

describe("prices that include tax", () => {
  it("are what is paid, to the cent", () => {
    const totals = inclusive([line("0.99"), line("0.99"), line("0.99")]);
    expect(totals).toMatchObject({ subtotalMinor: 250n, taxMinor: 47n, totalMinor: 297n });
    expect(totals.lines.map((one) => one.netMinor)).toEqual([84n, 83n, 83n]);
  });

  it("are split also where a deduction almost uses them up", () => {
    const totals = inclusive([line("100"), line("99.99", standard(190_000), { quantity: "-1" })]);
    expect(totals.lines.map((one) => one.netMinor)).toEqual([8403n, -8402n]);
    expect(totals.totalMinor).toBe(1n);
  });
});

describe("a compound tax", () => {
  const taxed = standard(50_000, { compound: provincial });

  it("is charged on the base and its VAT together", () => {
    const totals = invoice([line("100", taxed)]);
    expect(totals.taxes).toEqual([{ category: "S", ratePpm: 50_000, baseMinor: 10000n, taxMinor: 500n }]);
    expect(totals.compounds).toEqual([{ ...provincial, baseMinor: 10500n, taxMinor: 1047n }]);
    expect(totals).toMatchObject({ taxMinor: 1547n, totalMinor: 11547n });
  });

  it("is taken out of inclusive prices before VAT", () => {
    const totals = inclusive([line("115.47", taxed)]);
    expect(totals).toMatchObject({ subtotalMinor: 10000n, totalMinor: 11547n });
    expect(totals.compounds[0]).toMatchObject({ baseMinor: 10500n, taxMinor: 1047n });
  });

  it("takes the VAT of its own part where it is only on some lines of a rate", () => {
    const totals = invoice([line("0.33", taxed), line("0.33", standard(50_000)), line("0.33", taxed)]);
    expect(totals.taxes).toEqual([{ category: "S", ratePpm: 50_000, baseMinor: 99n, taxMinor: 5n }]);
    expect(totals.compounds).toEqual([{ ...provincial, baseMinor: 69n, taxMinor: 7n }]);
  });

  it("is one row over all rates that bear it", () => {
    const totals = invoice([
      line("10", standard(190_000, { compound: eco })),
      line("10", standard(70_000, { compound: eco })),
    ]);
    expect(totals.compounds).toEqual([{ ...eco, baseMinor: 2260n, taxMinor: 34n }]);
  });
});

describe("a withholding tax", () => {
  it("is of the base, and taken off what is payable", () => {
    const totals = invoice([line("1000", standard(210_000, { withholding: income })), line("10")]);
    expect(totals.withholdings).toEqual([{ ...income, baseMinor: 100_000n, taxMinor: 15_000n }]);
    expect(totals).toMatchObject({ totalMinor: 122_190n, withheldMinor: 15_000n, payableMinor: 107_190n });
  });

  it("is of the base within inclusive prices", () => {
    const totals = inclusive([line("1210", standard(210_000, { withholding: income }))]);
    expect(totals).toMatchObject({ totalMinor: 121_000n, withheldMinor: 15_000n, payableMinor: 106_000n });
  });
});
