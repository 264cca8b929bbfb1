import { eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { copiedFields, copyDocument } from "./copy";
import { CopyInput } from "./schemas";

/** Makes a new draft with the same client and lines; its dates are those of the day when it is issued. */
export const duplicateInvoice = verb("invoice.write", CopyInput, async (tx, ctx, { id, newId }) => {
  const [from] = await tx.select().from(invoices).where(eq(invoices.id, id));
  if (!from) throw notFound();
  const draft = {
    ...copiedFields(from),
    id: newId,
    kind: from.kind,
    creditedInvoiceId: from.creditedInvoiceId,
    // A rate belongs to its day; a credit note keeps that of the invoice it credits.
    exchangeRate: from.kind === "credit_note" ? from.exchangeRate : null,
    notes: from.notes,
    createdBy: ctx.actor.kind === "user" ? ctx.actor.userId : null,
  };
  if (!(await copyDocument(tx, id, draft))) {
    ctx.unchanged();
    return { id: newId };
  }
  const subject = { subjectType: from.kind, subjectId: newId };
  await ctx.audit({
    ...subject,
    action: `${from.kind}.create`,
    after: { copyOf: id, ...copiedFields(from) },
  });
  await ctx.emit({ type: `${from.kind}.created`, subjectId: newId, invoiceId: newId });
  return { id: newId };
});
