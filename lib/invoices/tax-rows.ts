import { type TaxCategory, vatKey } from "@/lib/core/tax";
import { type ExplainedCategory, isExplained } from "@/lib/core/tax-rules";
import type { InvoiceTotals } from "@/lib/core/totals";
import { NO_TAX, type TaxRate } from "./tax-rate";

/** The law's usual words for a category without tax. */
export type LegalText = (category: ExplainedCategory) => string;

/** A row of the tax breakdown; minor units, the rate in parts per million. */
export type TaxRow = {
  position: number;
  kind: "vat" | "compound" | "withholding";
  category: TaxCategory | null;
  ratePpm: number;
  name: string;
  /** What the document says about why no tax is charged. */
  reason: string | null;
  baseMinor: bigint;
  taxMinor: bigint;
};

/** The tax breakdown: VAT by category and rate, then compound, then withholding taxes. `used` are the rates chosen. */
export function taxRowsOf(totals: InvoiceTotals, used: readonly TaxRate[], legalText: LegalText): TaxRow[] {
  const vats = totals.taxes.map((row) => {
    const rates = used.filter((rate) => vatKey(rate) === vatKey(row));
    return { ...row, kind: "vat" as const, name: nameOf(rates), reason: reasonOf(rates, legalText) };
  });
  const extra = (kind: "compound" | "withholding") =>
    totals[`${kind}s`].map((row) => ({ ...row, kind, category: null, reason: null }));
  return [...vats, ...extra("compound"), ...extra("withholding")].map((row, at) => ({
    ...row,
    position: at + 1,
  }));
}

// Rates that differ in their other taxes share a row of VAT: the one without any is named after VAT alone.
function nameOf(rates: readonly TaxRate[]): string {
  const plain = rates.find((rate) => !rate.compound && !rate.withholding);
  return (plain ?? rates[0] ?? NO_TAX).name;
}

function reasonOf(rates: readonly TaxRate[], legalText: LegalText): string | null {
  const reasons = rates.flatMap(({ category, exemptionReason }) =>
    isExplained(category) ? (exemptionReason ?? legalText(category)) : [],
  );
  return reasons.length > 0 ? [...new Set(reasons)].join("\n") : null;
}
