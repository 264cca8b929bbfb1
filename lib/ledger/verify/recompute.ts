import type { Adjustment } from "@/lib/core/adjustments";
import type { Discount } from "@/lib/core/lines";
import type { ExtraTax, Tax } from "@/lib/core/tax";
import { type InvoiceTotals, invoiceTotals } from "@/lib/core/totals";
import type { StoredAdjustment, StoredDocument, StoredTax } from "./stored";

/** The sums of a stored document, computed from what was entered as if for the first time. */
export const recompute = (document: StoredDocument): InvoiceTotals =>
  invoiceTotals({
    currency: document.currency,
    pricesIncludeTax: document.pricesIncludeTax,
    lines: document.items.map((item) => ({
      quantity: item.quantity,
      unitPrice: item.unitPrice,
      discount: discountOf(item.discountPpm, item.discountAmountMinor),
      tax: taxOf(item),
    })),
    adjustments: wholeAdjustments(document).map(adjustmentOf),
  });

/** The first row of each discount and charge, in the order of the document. */
export const wholeAdjustments = ({ adjustments }: StoredDocument): StoredAdjustment[] =>
  adjustments.filter(
    (row, index) => adjustments.findIndex((other) => other.position === row.position) === index,
  );

const adjustmentOf = (row: StoredAdjustment): Adjustment => ({
  kind: row.kind,
  value: discountOf(row.percentPpm, row.enteredMinor) ?? { kind: "amount", minor: 0n },
  tax: row.isSpread ? null : taxOf(row),
});

function discountOf(ppm: number | null, minor: bigint | null): Discount | null {
  if (ppm !== null) return { kind: "percent", ppm };
  return minor === null ? null : { kind: "amount", minor };
}

const taxOf = (row: StoredTax): Tax => ({
  category: row.taxCategory,
  ratePpm: row.taxRatePpm,
  compound: extra(row.compoundName, row.compoundPpm),
  withholding: extra(row.withholdingName, row.withholdingPpm),
});

const extra = (name: string | null, ratePpm: number | null): ExtraTax | null =>
  name !== null && ratePpm !== null ? { name, ratePpm } : null;
