import type { Discount } from "@/lib/core/lines";
import type { InvoiceInput } from "@/lib/core/totals";
import type { AdjustmentRow, ItemRow } from "./rows";
import { taxOfColumns } from "./tax-rate";

/** A document's rows, as they are stored. */
export type StoredRows = {
  currency: string;
  pricesIncludeTax: boolean;
  items: readonly ItemRow[];
  adjustments: readonly AdjustmentRow[];
};

/** What a document was computed from: the core comes to the same sums again, and can say how. */
export function inputOf({ currency, pricesIncludeTax, items, adjustments }: StoredRows): InvoiceInput {
  return {
    currency,
    pricesIncludeTax,
    lines: items.map((item) => ({
      quantity: item.quantity,
      unitPrice: item.unitPrice,
      discount: storedValue(item.discountPpm, item.discountAmountMinor),
      tax: taxOfColumns(item),
    })),
    adjustments: adjustments
      .filter((row) => row.part === 0)
      .map((row) => ({
        kind: row.kind,
        value: storedValue(row.percentPpm, row.enteredMinor) ?? { kind: "amount", minor: 0n },
        tax: row.isSpread ? null : taxOfColumns(row),
      })),
  };
}

function storedValue(ppm: number | null, minor: bigint | null): Discount | null {
  if (minor !== null) return { kind: "amount", minor };
  return ppm === null ? null : { kind: "percent", ppm };
}
