import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, invoiceItems, invoices, invoiceTaxes } from "@/db/schema";
import { changes } from "@/lib/platform/audit";
import { clock } from "@/lib/platform/clock";
import { conflict, invalid, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { verb } from "@/lib/platform/verb";
import { computeInvoice, loadTaxRates } from "./compute";
import { type InvoiceLine, SaveInvoiceInput } from "./schemas";

/**
 * Saves a draft: creates it when `version` is null, else replaces what is there.
 * Creating the same id again (a form sent twice) returns the draft that is there.
 * @throws DomainError conflict `changedElsewhere` when another tab saved since, `frozen` when it is issued
 */
export const saveInvoice = verb("invoice.write", SaveInvoiceInput, async (tx, ctx, input) => {
  const [rates, client] = await Promise.all([loadTaxRates(tx), findClient(tx, input.clientId ?? null)]);
  if (input.clientId && !client) throw invalid("clientId", "clientGone");
  const computed = computeInvoice(input.lines, input.currency, rates);
  const header = {
    clientId: input.clientId ?? null,
    currency: input.currency,
    issueDate: input.issueDate ?? null,
    dueDate: input.dueDate ?? null,
    reference: input.reference,
    notes: input.notes,
    subtotalMinor: computed.totals.subtotalMinor,
    taxMinor: computed.totals.taxMinor,
    totalMinor: computed.totals.totalMinor,
  };
  if (input.version === null) {
    const createdBy = ctx.actor.kind === "user" ? ctx.actor.userId : null;
    const created = await tx
      .insert(invoices)
      .values({ id: input.id, ...header, createdBy })
      .onConflictDoNothing()
      .returning({ id: invoices.id });
    if (created.length === 0) {
      ctx.unchanged();
      const [existing] = await tx
        .select({ version: invoices.version })
        .from(invoices)
        .where(eq(invoices.id, input.id));
      if (!existing) throw notFound();
      return { id: input.id, version: existing.version };
    }
    await writeLines(tx, input.id, input.lines, computed);
    await ctx.audit({ action: "invoice.create", subjectType: "invoice", subjectId: input.id, after: header });
    await ctx.emit({ type: "invoice.created", subjectId: input.id, invoiceId: input.id });
    return { id: input.id, version: 1 };
  }

  const [before] = await tx.select().from(invoices).where(eq(invoices.id, input.id)).for("update");
  if (!before) throw notFound();
  if (before.lifecycle !== "draft") throw conflict("frozen");
  if (before.version !== input.version) throw conflict("changedElsewhere");
  const version = before.version + 1;
  await Promise.all([
    tx
      .update(invoices)
      .set({ ...header, version, updatedAt: clock.now() })
      .where(eq(invoices.id, input.id)),
    tx.delete(invoiceItems).where(eq(invoiceItems.invoiceId, input.id)),
    tx.delete(invoiceTaxes).where(eq(invoiceTaxes.invoiceId, input.id)),
  ]);
  await Promise.all([
    writeLines(tx, input.id, input.lines, computed),
    ctx.audit({
      action: "invoice.update",
      subjectType: "invoice",
      subjectId: input.id,
      ...changes(before, header),
    }),
    ctx.emit({ type: "invoice.updated", subjectId: input.id, invoiceId: input.id }),
  ]);
  return { id: input.id, version };
});

async function findClient(tx: Tx, id: string | null) {
  if (!id) return undefined;
  const [client] = await tx.select({ id: clients.id }).from(clients).where(eq(clients.id, id));
  return client;
}

async function writeLines(
  tx: Tx,
  invoiceId: string,
  lines: readonly InvoiceLine[],
  { totals, taxes, inputs }: ReturnType<typeof computeInvoice>,
): Promise<void> {
  if (lines.length === 0) return;
  const items = lines.map((line, index) => {
    const tax = taxes[index];
    const sums = totals.lines[index];
    const discount = inputs[index]?.discount ?? null;
    if (!tax || !sums) throw new Error("Totals and lines are of different lengths");
    return {
      id: newId(),
      invoiceId,
      position: index + 1,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPrice,
      discountPpm: discount?.kind === "percent" ? discount.ppm : null,
      discountAmountMinor: discount?.kind === "amount" ? discount.minor : null,
      taxRateId: line.taxRateId,
      taxName: tax.name,
      taxCategory: tax.category,
      taxRatePpm: tax.ratePpm,
      ...sums,
    };
  });
  const nameOf = (row: { category: string; ratePpm: number }) =>
    taxes.find((tax) => tax.category === row.category && tax.ratePpm === row.ratePpm)?.name ?? "";
  await Promise.all([
    tx.insert(invoiceItems).values(items),
    tx.insert(invoiceTaxes).values(totals.taxes.map((row) => ({ invoiceId, ...row, name: nameOf(row) }))),
  ]);
}
