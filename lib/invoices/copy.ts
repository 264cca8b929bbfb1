import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoiceAdjustments, invoiceItems, invoices, invoiceTaxes } from "@/db/schema";
import { newId } from "@/lib/platform/ids";
import { together } from "@/lib/platform/together";

type Invoice = typeof invoices.$inferSelect;

/** What a copy takes over from a document: what it is about, not when, nor what became of it. */
export const copiedFields = (from: Invoice) => ({
  clientId: from.clientId,
  currency: from.currency,
  exchangeRate: from.exchangeRate,
  pricesIncludeTax: from.pricesIncludeTax,
  reference: from.reference,
  subtotalMinor: from.subtotalMinor,
  taxMinor: from.taxMinor,
  totalMinor: from.totalMinor,
  withheldMinor: from.withheldMinor,
  grantedMinor: from.grantedMinor,
});

/**
 * Writes a new draft with the lines of another document. False when the id is there already, so that a copy asked
 * for twice is made once.
 */
export async function copyDocument(
  tx: Tx,
  fromId: string,
  draft: typeof invoices.$inferInsert,
): Promise<boolean> {
  const made = await tx.insert(invoices).values(draft).onConflictDoNothing().returning({ id: invoices.id });
  if (made.length === 0) return false;
  const to = { invoiceId: draft.id };
  const [items, adjustments, taxes] = await together([
    tx
      .select()
      .from(invoiceItems)
      .where(eq(invoiceItems.invoiceId, fromId))
      .orderBy(asc(invoiceItems.position)),
    tx.select().from(invoiceAdjustments).where(eq(invoiceAdjustments.invoiceId, fromId)),
    tx.select().from(invoiceTaxes).where(eq(invoiceTaxes.invoiceId, fromId)),
  ]);
  if (items.length > 0)
    // A deposit is taken off once: what a copy says of it is a line like any other.
    await tx
      .insert(invoiceItems)
      .values(items.map((item) => ({ ...item, ...to, id: newId(), deductsInvoiceId: null })));
  if (adjustments.length > 0)
    await tx.insert(invoiceAdjustments).values(adjustments.map((row) => ({ ...row, ...to })));
  if (taxes.length > 0) await tx.insert(invoiceTaxes).values(taxes.map((row) => ({ ...row, ...to })));
  return true;
}
