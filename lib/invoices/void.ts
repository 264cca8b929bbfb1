import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoices } from "@/db/schema";
import { leftOf, lockClient, owedBy } from "@/lib/allocations/allocate";
import { reverseEntry } from "@/lib/ledger/reverse";
import { clock } from "@/lib/platform/clock";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { laterOf, organizationToday } from "./dates";
import { payableOf } from "./postings";
import { VoidInput } from "./schemas";

/** Whether anything was paid or credited on an invoice, or anything of a credit note was used. */
async function isTouched(tx: Tx, invoice: typeof invoices.$inferSelect): Promise<boolean> {
  const { balanceMinor } = await (invoice.kind === "credit_note"
    ? leftOf(tx, invoice.id)
    : owedBy(tx, invoice.id));
  const credits = await tx
    .select({ lifecycle: invoices.lifecycle })
    .from(invoices)
    .where(eq(invoices.creditedInvoiceId, invoice.id));
  return balanceMinor !== payableOf(invoice) || credits.some((credit) => credit.lifecycle === "open");
}

/**
 * Voids an issued invoice, credit note or quote: it keeps its number, and what it posted is posted back.
 * @throws DomainError conflict `notOpen`; `invoicePaid` when anything was paid, credited or, of a credit note, used
 */
export const voidInvoice = verb("invoice.void", VoidInput, async (tx, ctx, { id, reason }) => {
  const [found] = await tx.select({ clientId: invoices.clientId }).from(invoices).where(eq(invoices.id, id));
  if (!found) throw notFound();
  if (found.clientId) await lockClient(tx, found.clientId);
  const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, id)).for("update");
  if (!invoice?.issueDate || invoice.lifecycle !== "open") throw conflict("notOpen");
  if (invoice.kind !== "quote") {
    if (await isTouched(tx, invoice)) throw conflict("invoicePaid");
    const on = laterOf(await organizationToday(tx), invoice.issueDate);
    await reverseEntry(tx, {
      of: `${invoice.kind}.finalized`,
      as: `${invoice.kind}.voided`,
      sourceId: id,
      on,
    });
  }
  const voidedAt = clock.now();
  await tx
    .update(invoices)
    .set({ lifecycle: "void", voidedAt, updatedAt: voidedAt })
    .where(eq(invoices.id, id));
  await ctx.audit({
    action: `${invoice.kind}.void`,
    subjectType: invoice.kind,
    subjectId: id,
    before: { lifecycle: "open" },
    after: { lifecycle: "void", reason },
  });
  await ctx.emit({ type: `${invoice.kind}.voided`, subjectId: id, invoiceId: id, payload: { reason } });
  return { id };
});
