import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DomainError } from "@/lib/platform/errors";
import { anyForm, formRates } from "@/tests/invoice-forms";
import { computeInvoice } from "./compute";
import { legalText } from "./legal-text";
import { previewOf, type TypedAdjustment, type TypedFields, type TypedLine } from "./preview";
import { InvoiceFields } from "./schemas";

const [vat] = [...formRates.values()];
const line = (change: TypedLine = {}) => ({
  description: "Work",
  quantity: "2",
  unit: "h",
  unitPrice: "100",
  discountKind: "percent" as const,
  discount: "",
  taxRateId: vat?.id,
  ...change,
});
const preview = (typed: TypedFields) => previewOf(typed, formRates, legalText);
const net = (change: TypedLine) => preview({ currency: "EUR", lines: [line(change)] }).items[0]?.netMinor;
const total = (adjustment: TypedAdjustment) =>
  preview({ currency: "EUR", lines: [line()], adjustments: [adjustment] }).totals.subtotalMinor;

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
  ])("a price of %j comes to something", (unitPrice, minor) => {
    expect(net({ unitPrice })).toBe(minor);
  });

  test("an invalid discount is left out until it is valid", () => {
    expect(net({ discount: "101" })).toBe(20000n);
    expect(net({ discount: "10" })).toBe(18000n);
    expect(net({ discount: "0.001", discountKind: "amount" })).toBe(20000n);
    expect(net({ discount: "5", discountKind: "amount" })).toBe(19500n);
  });

  test("so is one on the whole", () => {
    expect(total({})).toBe(20000n);
    expect(total({ kind: "discount", value: "100.5" })).toBe(20000n);
    expect(total({ kind: "discount", value: "10." })).toBe(18000n);
    expect(total({ kind: "charge", valueKind: "amount", value: "4.99" })).toBe(20499n);
    expect(total({ kind: "charge", valueKind: "amount", value: "4.999" })).toBe(20000n);
  });

  test("nothing that can be typed makes it throw", () => {
    const text = fc.oneof(fc.string(), fc.constantFrom("1e9", "-", ".", "1.", "Infinity", "٣", "0x1f"));
    fc.assert(
      fc.property(text, text, text, fc.string(), (quantity, unitPrice, discount, currency) => {
        const adjustments = [{ value: discount, description: currency, valueKind: "amount" as const }];
        preview({ lines: [line({ quantity, unitPrice, discount })], adjustments, currency });
      }),
    );
  });
});

test("what it shows is what the server stores for the same form, wherever that is accepted", () => {
  let accepted = 0;
  fc.assert(
    fc.property(anyForm, (form) => {
      const fields = InvoiceFields.safeParse(form);
      if (!fields.success) return;
      try {
        const stored = computeInvoice(fields.data, formRates);
        const { currency, pricesIncludeTax, ...shown } = preview(form);
        expect(shown).toEqual(stored);
        expect([currency, pricesIncludeTax]).toEqual([form.currency, form.pricesIncludeTax]);
        accepted += 1;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }),
    { numRuns: 2000 },
  );
  expect(accepted).toBeGreaterThan(1000);
});
