import { eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { copiedFields, copyDocument } from "./copy";
import { CopyInput } from "./schemas";

/**
 * Makes a draft credit note over all that an invoice says; lines are taken out of it to credit a part.
 * @throws DomainError conflict `notOpen` for a draft, a void or a written-off invoice
 */
export const createCreditNote = verb("creditNote.write", CopyInput, async (tx, ctx, { id, newId }) => {
  const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, id));
  if (!invoice) throw notFound();
  if (invoice.kind !== "invoice" || invoice.lifecycle !== "open") throw conflict("notOpen");
  const made = await copyDocument(tx, id, {
    ...copiedFields(invoice),
    id: newId,
    kind: "credit_note",
    creditedInvoiceId: id,
    createdBy: ctx.actor.kind === "user" ? ctx.actor.userId : null,
  });
  if (!made) {
    ctx.unchanged();
    return { id: newId };
  }
  await ctx.audit({
    action: "credit_note.create",
    subjectType: "credit_note",
    subjectId: newId,
    after: { creditedInvoiceId: id, totalMinor: invoice.totalMinor, currency: invoice.currency },
  });
  await ctx.emit({ type: "credit_note.created", subjectId: newId, invoiceId: newId });
  return { id: newId };
});
