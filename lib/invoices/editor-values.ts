import { minorUnits } from "@/lib/core/currencies";
import { toMajor } from "@/lib/core/money";
import { ppmToPercent } from "@/lib/core/percent";
import type { InvoiceDetail } from "./detail";
import type { InvoiceForm } from "./schemas";

type Detail = Pick<InvoiceDetail, "invoice" | "items" | "adjustments">;

/** A stored draft as its editor's fields: texts as a person would type them. */
export function editorValuesOf({ invoice, items, adjustments }: Detail): InvoiceForm {
  return {
    clientId: invoice.clientId ?? "",
    currency: invoice.currency,
    exchangeRate: invoice.exchangeRate ? trimmed(invoice.exchangeRate, 0) : "",
    issueDate: invoice.issueDate ?? "",
    dueDate: invoice.dueDate ?? "",
    reference: invoice.reference ?? "",
    notes: invoice.notes ?? "",
    keepsCredit: invoice.keepsCredit,
    pricesIncludeTax: invoice.pricesIncludeTax,
    adjustments: adjustments
      .filter((row) => row.part === 0)
      .map((row) => ({
        kind: row.kind,
        description: row.description,
        valueKind: row.percentPpm === null ? ("amount" as const) : ("percent" as const),
        value: valueText(row.percentPpm, row.enteredMinor, invoice.currency),
        taxRateId: row.taxRateId ?? "",
      })),
    lines: items.map((item) => ({
      description: item.description,
      quantity: trimmed(item.quantity, 0),
      unit: item.unit ?? "",
      unitPrice: trimmed(item.unitPrice, minorUnits(invoice.currency)),
      discountKind: item.discountAmountMinor === null ? ("percent" as const) : ("amount" as const),
      discount: valueText(item.discountPpm, item.discountAmountMinor, invoice.currency),
      taxRateId: item.taxRateId ?? "",
      deductsInvoiceId: item.deductsInvoiceId ?? "",
    })),
  };
}

function valueText(ppm: number | null, minor: bigint | null, currency: string): string {
  if (minor !== null) return toMajor(minor, currency);
  return ppm === null ? "" : ppmToPercent(ppm);
}

/** A decimal text without trailing zeros, but with at least so many decimals: "100.000000" with 2 is "100.00". */
export function trimmed(text: string, places: number): string {
  const [whole = "0", fraction = ""] = text.split(".");
  const kept = fraction.replace(/0+$/, "").padEnd(places, "0");
  return kept ? `${whole}.${kept}` : whole;
}
