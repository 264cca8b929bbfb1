import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoiceItems, invoices } from "@/db/schema";
import { sum, toMajor } from "@/lib/core/money";
import { translator } from "@/lib/i18n/translator";
import type { InvoiceForm } from "@/lib/invoices/schemas";

type Quote = typeof invoices.$inferSelect;

/**
 * The lines that take a quote's issued deposit invoices off its invoice: one per deposit and tax rate, in the terms of
 * the quote's prices, so that what was taxed in advance is not taxed again.
 */
export async function deductionsOf(tx: Tx, quote: Quote): Promise<InvoiceForm["lines"]> {
  const deposits = await tx
    .select()
    .from(invoices)
    .where(and(eq(invoices.quoteId, quote.id), eq(invoices.isDeposit, true), eq(invoices.lifecycle, "open")))
    .orderBy(asc(invoices.id));
  if (deposits.length === 0) return [];
  const ids = deposits.map((deposit) => deposit.id);
  const items = await tx
    .select()
    .from(invoiceItems)
    .where(inArray(invoiceItems.invoiceId, ids))
    .orderBy(asc(invoiceItems.position));
  const t = translator("invoices");
  return deposits.flatMap((deposit) => {
    const own = items.filter((item) => item.invoiceId === deposit.id);
    return [...new Set(own.map((item) => item.taxRateId))].map((taxRateId) => {
      const alike = own.filter((item) => item.taxRateId === taxRateId);
      const worth = sum(alike.map((item) => (quote.pricesIncludeTax ? item.amountMinor : item.netMinor)));
      return {
        description: t("document.deduction", { number: deposit.number ?? "" }),
        quantity: "-1",
        unit: "",
        unitPrice: toMajor(worth, quote.currency),
        discountKind: "percent" as const,
        discount: "",
        taxRateId: taxRateId ?? "",
        deductsInvoiceId: deposit.id,
      };
    });
  });
}
