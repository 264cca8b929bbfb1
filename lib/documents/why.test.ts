import fc from "fast-check";
import { expect, test } from "vitest";
import { sum } from "@/lib/core/money";
import { legalText } from "@/lib/invoices/legal-text";
import { previewOf } from "@/lib/invoices/preview";
import { anyForm, formRates } from "@/tests/invoice-forms";
import { type DocumentSource, documentAmountsOf } from "./amounts";
import { taxRowKey, totalRows } from "./totals";
import { whyOf } from "./why";
import { documentWords } from "./words";

const words = documentWords();
const sources = anyForm.map((form): DocumentSource => {
  const { totals, ...rows } = previewOf(form, formRates, legalText);
  return { ...totals, ...rows, exchangeRate: form.exchangeRate };
});

test("a document's derivation comes to what is printed, row by row", () => {
  fc.assert(
    fc.property(sources, (source) => {
      const amounts = documentAmountsOf(source, { locale: "en", baseCurrency: "EUR" }, words);
      const { derivation, taxNames, adjustmentNames } = whyOf(source, "en");
      const steps = new Map<string, bigint>([
        ["lines", sum(derivation.lines.map((line) => line.amountMinor))],
        ["subtotal", derivation.subtotal.minor],
        ["tax", derivation.tax.minor],
        ["total", derivation.total.minor],
        ["payable", derivation.payable.minor],
        ...derivation.adjustments.map(({ kind, amount }, index): [string, bigint] => [
          `adjustment ${index}`,
          kind === "discount" ? -amount.minor : amount.minor,
        ]),
        ...derivation.taxes.map((row): [string, bigint] => [
          taxRowKey({ ...row, kind: "vat", name: "" }),
          row.tax.minor,
        ]),
        ...derivation.compounds.map((row): [string, bigint] => [
          taxRowKey({ ...row, kind: "compound", category: null }),
          row.tax.minor,
        ]),
        ...derivation.withholdings.map((row): [string, bigint] => [
          taxRowKey({ ...row, kind: "withholding", category: null }),
          -row.tax.minor,
        ]),
      ]);
      for (const row of totalRows(amounts, words)) expect(steps.get(row.key), row.key).toBe(row.minor);
      expect(derivation.lines.map((line) => line.amountMinor)).toEqual(
        amounts.lines.map((line) => line.amountMinor),
      );
      expect(adjustmentNames).toHaveLength(amounts.adjustments.length);
      expect([...steps.keys()].filter((key) => /^(vat|compound|withholding) /.test(key))).toEqual(
        Object.keys(taxNames),
      );
    }),
    { numRuns: 1000 },
  );
});

test("what is printed adds up from the top to the last row", () => {
  fc.assert(
    fc.property(sources, (source) => {
      const view = documentAmountsOf(source, { locale: "en", baseCurrency: "EUR" }, words);
      const taxes = sum(view.taxes.map((tax) => tax.taxMinor));
      const priced = view.linesMinor + sum(view.adjustments.map((one) => one.minor));
      expect(view.subtotalMinor + taxes).toBe(view.totalMinor);
      expect(priced).toBe(view.pricesIncludeTax ? view.totalMinor : view.subtotalMinor);
      expect(view.totalMinor - sum(view.withholdings.map((tax) => tax.taxMinor))).toBe(view.payableMinor);
    }),
    { numRuns: 1000 },
  );
});
