import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoices } from "@/db/schema";
import { applyCredit, lockClient } from "@/lib/allocations/allocate";
import { makeRoom } from "@/lib/allocations/make-room";
import { conflict, invalid } from "@/lib/platform/errors";
import { payableOf } from "./postings";

type CreditNote = typeof invoices.$inferSelect;

/**
 * The invoice that a draft credit note credits, with its client locked: first of all locks, so that a payment or
 * another credit note of the same client waits.
 * @throws DomainError conflict `notOpen`; invalid, naming the lines, when more is credited than was invoiced
 */
export async function lockCredited(tx: Tx, note: CreditNote): Promise<typeof invoices.$inferSelect> {
  const id = note.creditedInvoiceId ?? "";
  if (note.clientId) await lockClient(tx, note.clientId);
  const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, id)).for("update");
  if (invoice?.lifecycle !== "open") throw conflict("notOpen");
  const credits = await tx.select().from(invoices).where(eq(invoices.creditedInvoiceId, id));
  const credited = credits
    .filter((credit) => credit.lifecycle === "open")
    .reduce((total, credit) => total + payableOf(credit), 0n);
  if (credited + payableOf(note) > payableOf(invoice)) throw invalid("lines", "overCredited");
  return invoice;
}

/**
 * Applies an issued credit note to its invoice. What was paid on the invoice gives way as far as needed, and is the
 * client's credit then: to be applied elsewhere, or given back.
 */
export async function applyToInvoice(tx: Tx, note: CreditNote, on: string): Promise<void> {
  const amountMinor = payableOf(note);
  if (amountMinor === 0n || !note.clientId || !note.creditedInvoiceId) return;
  const facts = { clientId: note.clientId, currency: note.currency, on };
  await makeRoom(tx, note.creditedInvoiceId, amountMinor, facts);
  await applyCredit(tx, {
    ...facts,
    source: { paymentId: null, creditNoteId: note.id },
    invoiceId: note.creditedInvoiceId,
    amountMinor,
  });
}
