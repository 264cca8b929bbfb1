import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoiceAdjustments, invoiceItems, type invoices, invoiceTaxes } from "@/db/schema";
import { together } from "@/lib/platform/together";
import type { Draft } from "./draft";

type Row = Record<string, unknown>;

/** Whether what is stored is this very draft: the same form sent twice, or a save without a change. */
export async function isStored(tx: Tx, row: typeof invoices.$inferSelect, draft: Draft): Promise<boolean> {
  // An issued invoice has the rate that it was issued at, also when none was entered.
  const exchangeRate = draft.header.exchangeRate ?? (row.lifecycle === "draft" ? null : row.exchangeRate);
  if (!holds(row, { ...draft.header, exchangeRate })) return false;
  const [items, adjustments, taxes] = await together([
    tx
      .select()
      .from(invoiceItems)
      .where(eq(invoiceItems.invoiceId, row.id))
      .orderBy(asc(invoiceItems.position)),
    tx
      .select()
      .from(invoiceAdjustments)
      .where(eq(invoiceAdjustments.invoiceId, row.id))
      .orderBy(asc(invoiceAdjustments.position), asc(invoiceAdjustments.part)),
    tx
      .select()
      .from(invoiceTaxes)
      .where(eq(invoiceTaxes.invoiceId, row.id))
      .orderBy(asc(invoiceTaxes.position)),
  ]);
  return (
    holdAll(items, draft.items) && holdAll(adjustments, draft.adjustments) && holdAll(taxes, draft.taxes)
  );
}

const holds = (stored: Row, drafted: Row) =>
  Object.keys(drafted).every((key) => stored[key] === drafted[key]);

const holdAll = (stored: readonly Row[], drafted: readonly Row[]) =>
  stored.length === drafted.length && stored.every((row, index) => holds(row, drafted[index] ?? {}));
