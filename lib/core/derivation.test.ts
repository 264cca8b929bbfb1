import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyInvoice, eco, income, RANDOM_INVOICES, standard } from "@/tests/invoice-inputs";
import { decimal, roundToInteger } from "./decimal";
import { derive, type Rounding, type Sum } from "./derivation";
import { sum, toMajor } from "./money";
import { type InvoiceInput, invoiceTotals } from "./totals";

const taxed = standard(190_000, { compound: eco, withholding: income });
const input: InvoiceInput = {
  currency: "EUR",
  pricesIncludeTax: false,
  lines: [
    { quantity: "3", unitPrice: "33.335", discount: { kind: "percent", ppm: 125_000 }, tax: taxed },
    { quantity: "1", unitPrice: "50", discount: { kind: "amount", minor: 500n }, tax: taxed },
  ],
  adjustments: [{ kind: "discount", value: { kind: "percent", ppm: 33_333 }, tax: null }],
};

describe("a derivation", () => {
  const why = derive(input);

  it("shows how a line was rounded, and its discount", () => {
    expect(why.lines[0]).toMatchObject({
      gross: { exact: "100.005", cut: false, minor: 10001n },
      discount: {
        share: { ppm: 125_000, ofMinor: 10001n, rounding: { exact: "12.50125", minor: 1250n } },
        minor: 1250n,
      },
      amountMinor: 8751n,
    });
    expect(why.lines[1]?.discount).toEqual({ share: null, minor: 500n });
  });

  it("shows what a discount of the document is a percentage of", () => {
    expect(why.adjustments[0]?.amount).toEqual({
      share: { ppm: 33_333, ofMinor: 13251n, rounding: { exact: "4.41695583", cut: false, minor: 442n } },
      minor: 442n,
    });
  });

  it("shows the amounts that a tax is of", () => {
    const amounts = [
      { of: "line", index: 0, minor: 8751n },
      { of: "line", index: 1, minor: 4500n },
      { of: "discount", index: 0, minor: -442n },
    ];
    expect(why.taxes[0]).toMatchObject({
      of: { addends: amounts, minor: 12809n },
      tax: { exact: "24.3371", minor: 2434n },
      baseMinor: 12809n,
    });
    expect(why.compounds[0]?.of).toEqual({
      addends: [...amounts, { of: "vat", category: "S", ratePpm: 190_000, minor: 2434n }],
      minor: 15243n,
    });
    expect(why.withholdings[0]?.of).toEqual({ addends: amounts, minor: 12809n });
  });

  it("shows what prices contain, and where that never ends", () => {
    const [tax] = derive({ ...input, pricesIncludeTax: true, adjustments: [] }).taxes;
    expect(tax?.of.addends).toEqual([
      { of: "line", index: 0, minor: 8751n },
      { of: "line", index: 1, minor: 4500n },
      { of: "compound", ...eco, minor: -196n },
    ]);
    expect(tax).toMatchObject({ tax: { exact: "20.84411764", cut: true, minor: 2084n }, baseMinor: 10971n });
  });
});

it("ends where the totals do, and every step adds up", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(anyInvoice, (any) => {
      const [why, totals] = [derive(any), invoiceTotals(any)];
      const { subtotal, tax, total, payable } = why;
      const taxes = [...why.taxes, ...why.compounds, ...why.withholdings];
      expect([subtotal, tax, total, payable].map((one) => one.minor)).toEqual([
        totals.subtotalMinor,
        totals.taxMinor,
        totals.totalMinor,
        totals.payableMinor,
      ]);
      expect(taxes.map((row) => [row.baseMinor, row.tax.minor])).toEqual(
        [...totals.taxes, ...totals.compounds, ...totals.withholdings].map((row) => [
          row.baseMinor,
          row.taxMinor,
        ]),
      );
      for (const one of [subtotal, tax, total, payable, ...taxes.map((row) => row.of)]) expectSum(one);
      for (const row of taxes) expectRounded(row.tax, any.currency);
      for (const row of [...why.compounds, ...why.taxes])
        expect(row.of.minor).toBe(row.baseMinor + (any.pricesIncludeTax ? row.tax.minor : 0n));
      for (const line of why.lines) expectRounded(line.gross, any.currency);
    }),
    { numRuns: RANDOM_INVOICES / 10 },
  );
});

function expectSum({ addends, minor }: Sum) {
  expect(minor).toBe(sum(addends.map((addend) => addend.minor)));
}

/** The exact value rounds to the amount; what is cut may have been a hair under half. */
function expectRounded({ exact, cut, minor }: Rounding, currency: string) {
  const unit = decimal("1").div(decimal(toMajor(1n, currency)));
  const off = decimal(exact).times(unit).minus(minor.toString()).abs();
  if (cut) expect(off.lte("0.500001")).toBe(true);
  else expect(roundToInteger(decimal(exact).times(unit))).toBe(minor);
}
