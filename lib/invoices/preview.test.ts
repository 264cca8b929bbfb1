import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TaxTotal } from "@/lib/core/tax";
import { computeInvoice } from "./compute";
import { previewOf, type TypedLine } from "./preview";
import { InvoiceFields } from "./schemas";
import type { TaxRate } from "./tax-rate";

const vat: TaxRate = {
  id: "0197a1de-0000-7000-8000-000000000001",
  name: "VAT",
  category: "S",
  ratePpm: 200_000,
  compound: null,
  withholding: null,
};
const rates = new Map([[vat.id, vat]]);
const line = (change: TypedLine = {}) => ({
  description: "Work",
  quantity: "2",
  unit: "h",
  unitPrice: "100",
  discountKind: "percent" as const,
  discount: "",
  taxRateId: vat.id,
  ...change,
});

describe("while typing", () => {
  test.each([
    ["", 0n],
    ["12.", 2400n],
    [".5", 100n],
    ["abc", 0n],
    ["1e308", 0n],
    ["NaN", 0n],
    ["-3", 0n],
    ["1,5", 0n],
  ])("a price of %j comes to something", (unitPrice, net) => {
    expect(previewOf([line({ unitPrice })], "EUR", rates).lines[0]?.netMinor).toBe(net);
  });

  test("an invalid discount is left out until it is valid", () => {
    const net = (change: TypedLine) => previewOf([line(change)], "EUR", rates).lines[0]?.netMinor;
    expect(net({ discount: "101" })).toBe(20000n);
    expect(net({ discount: "10" })).toBe(18000n);
    expect(net({ discount: "0.001", discountKind: "amount" })).toBe(20000n);
    expect(net({ discount: "5", discountKind: "amount" })).toBe(19500n);
  });

  test("nothing that can be typed makes it throw", () => {
    const text = fc.oneof(fc.string(), fc.constantFrom("1e9", "-", ".", "1.", "Infinity", "٣", "0x1f"));
    fc.assert(
      fc.property(text, text, text, fc.string(), (quantity, unitPrice, discount, currency) => {
        previewOf([line({ quantity, unitPrice, discount })], currency, rates);
      }),
    );
  });
});

test("what it shows is what the server computes from the same form", () => {
  const amount = fc.tuple(fc.nat(99_999), fc.nat(99)).map(([whole, cents]) => `${whole}.${cents}`);
  const lines = fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 9999 }).map((n) => `${n}.25`),
      unitPrice: amount,
      discount: fc.constantFrom("", "0", "12.5", "100"),
      taxRateId: fc.constantFrom(vat.id, ""),
    }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(lines, (changes) => {
      const typed = changes.map((change) => line(change));
      const form = InvoiceFields.parse({ currency: "EUR", lines: typed });
      const { totals } = computeInvoice(form.lines, "EUR", rates);
      const { lines: shown, taxes, ...sums } = previewOf(typed, "EUR", rates);
      expect(sums).toEqual({
        subtotalMinor: totals.subtotalMinor,
        taxMinor: totals.taxMinor,
        totalMinor: totals.totalMinor,
      });
      expect(shown.map((one) => one.netMinor)).toEqual(totals.lines.map((one) => one.netMinor));
      const row = (tax: TaxTotal) => [tax.category, tax.ratePpm, tax.baseMinor, tax.taxMinor];
      expect(taxes.map(row)).toEqual(totals.taxes.map(row));
    }),
  );
});
