import { and, eq, ne } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { loadInvoice } from "@/lib/invoices/detail";
import { draftOf } from "@/lib/invoices/draft";
import { editorValuesOf } from "@/lib/invoices/editor-values";
import { insertDraft } from "@/lib/invoices/save";
import { CopyInput, InvoiceFields } from "@/lib/invoices/schemas";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { deductionsOf } from "./deductions";
import { fixedAdjustments } from "./fixed-adjustments";

/**
 * Makes a quote an invoice, once: asked for again, it returns the invoice that is there. What was asked for in advance
 * is taken off. A quote that was voided, declined or never issued becomes none.
 * @throws DomainError conflict `notOpen`
 */
export const invoiceQuote = verb("quote.invoice", CopyInput, async (tx, ctx, { id, newId }) => {
  // The quote's lock makes two clicks take turns, so that the second finds the first one's invoice.
  const [quote] = await tx.select().from(invoices).where(eq(invoices.id, id)).for("update");
  if (quote?.kind !== "quote") throw notFound();
  if (quote.lifecycle !== "open" && quote.lifecycle !== "accepted") throw conflict("notOpen");
  const [made] = await tx
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(eq(invoices.quoteId, id), eq(invoices.isDeposit, false), ne(invoices.lifecycle, "void")));
  if (made) {
    ctx.unchanged();
    return made;
  }
  const detail = await loadInvoice(tx, ctx, id);
  const values = editorValuesOf(detail);
  const deductions = await deductionsOf(tx, quote);
  const lines = [...values.lines, ...deductions];
  const adjustments = deductions.length > 0 ? fixedAdjustments(detail) : values.adjustments;
  // The rate of exchange is that of the day on which the invoice is issued.
  const form = InvoiceFields.parse({
    ...values,
    exchangeRate: "",
    issueDate: "",
    dueDate: "",
    lines,
    adjustments,
  });
  await insertDraft(tx, ctx, { id: newId, kind: "invoice", quoteId: id }, await draftOf(tx, form));
  await ctx.emit({ type: "quote.invoiced", subjectId: newId, invoiceId: id });
  return { id: newId };
});
