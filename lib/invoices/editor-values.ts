import { minorUnits } from "@/lib/core/currencies";
import { toMajor } from "@/lib/core/money";
import { ppmToPercent } from "@/lib/core/percent";
import type { InvoiceDetail } from "./queries";
import type { InvoiceForm } from "./schemas";

/** A stored draft as its editor's fields: texts as a person would type them. */
export function editorValuesOf({ invoice, items }: Pick<InvoiceDetail, "invoice" | "items">): InvoiceForm {
  return {
    clientId: invoice.clientId ?? "",
    currency: invoice.currency,
    exchangeRate: invoice.exchangeRate ? trimmed(invoice.exchangeRate, 0) : "",
    issueDate: invoice.issueDate ?? "",
    dueDate: invoice.dueDate ?? "",
    reference: invoice.reference ?? "",
    notes: invoice.notes ?? "",
    keepsCredit: invoice.keepsCredit,
    lines: items.map((item) => ({
      description: item.description,
      quantity: trimmed(item.quantity, 0),
      unit: item.unit ?? "",
      unitPrice: trimmed(item.unitPrice, minorUnits(invoice.currency)),
      discountKind: item.discountAmountMinor === null ? ("percent" as const) : ("amount" as const),
      discount: discountText(item, invoice.currency),
      taxRateId: item.taxRateId ?? "",
      deductsInvoiceId: item.deductsInvoiceId ?? "",
    })),
  };
}

function discountText(
  item: { discountPpm: number | null; discountAmountMinor: bigint | null },
  currency: string,
): string {
  if (item.discountAmountMinor !== null) return toMajor(item.discountAmountMinor, currency);
  return item.discountPpm === null ? "" : ppmToPercent(item.discountPpm);
}

/** A decimal text without trailing zeros, but with at least so many decimals: "100.000000" with 2 is "100.00". */
export function trimmed(text: string, places: number): string {
  const [whole = "0", fraction = ""] = text.split(".");
  const kept = fraction.replace(/0+$/, "").padEnd(places, "0");
  return kept ? `${whole}.${kept}` : whole;
}
