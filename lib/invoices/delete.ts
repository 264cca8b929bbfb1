import { eq } from "drizzle-orm";
import { invoiceAdjustments, invoiceItems, invoices, invoiceTaxes } from "@/db/schema";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { InvoiceIdInput } from "./schemas";

/** Deletes a draft; an issued invoice is never deleted. */
export const deleteDraft = verb("invoice.delete", InvoiceIdInput, async (tx, ctx, { id }) => {
  const [draft] = await tx.select().from(invoices).where(eq(invoices.id, id)).for("update");
  if (!draft) throw notFound();
  if (draft.lifecycle !== "draft") throw conflict("frozen");
  await tx.delete(invoiceItems).where(eq(invoiceItems.invoiceId, id));
  await tx.delete(invoiceAdjustments).where(eq(invoiceAdjustments.invoiceId, id));
  await tx.delete(invoiceTaxes).where(eq(invoiceTaxes.invoiceId, id));
  await tx.delete(invoices).where(eq(invoices.id, id));
  const before = { clientId: draft.clientId, currency: draft.currency, totalMinor: draft.totalMinor };
  await ctx.audit({ action: "invoice.delete", subjectType: "invoice", subjectId: id, before });
  return { id };
});
