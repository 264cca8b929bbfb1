import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoiceItems, invoices, invoiceTaxes } from "@/db/schema";
import { changes } from "@/lib/platform/audit";
import { clock } from "@/lib/platform/clock";
import { conflict, invalid, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { together } from "@/lib/platform/together";
import { type VerbCtx, verb } from "@/lib/platform/verb";
import { type Draft, draftOf, isStored } from "./draft";
import { SaveInvoiceInput } from "./schemas";

/**
 * Saves a draft: creates it when `version` is null, else replaces what is there.
 * Saving what is there already (a form sent twice) changes nothing and returns the version that is there.
 * @throws DomainError conflict `changedElsewhere` when another tab saved since, `frozen` when it is issued
 */
export const saveInvoice = verb("invoice.write", SaveInvoiceInput, async (tx, ctx, input) => {
  const { id } = input;
  const draft = await draftOf(tx, input);
  if (input.version === null && (await create(tx, ctx, id, draft))) return { id, version: 1 };

  const [before] = await tx.select().from(invoices).where(eq(invoices.id, id)).for("update");
  if (!before) throw notFound();
  if (before.lifecycle !== "draft") throw conflict("frozen");
  if (before.kind === "credit_note") keepToCredited(before, draft);
  if (await isStored(tx, before, draft)) {
    ctx.unchanged();
    return { id, version: before.version };
  }
  if (before.version !== input.version) throw conflict("changedElsewhere");
  const version = before.version + 1;
  await together([
    tx
      .update(invoices)
      .set({ ...draft.header, version, updatedAt: clock.now() })
      .where(eq(invoices.id, id)),
    tx.delete(invoiceItems).where(eq(invoiceItems.invoiceId, id)),
    tx.delete(invoiceTaxes).where(eq(invoiceTaxes.invoiceId, id)),
  ]);
  await together([
    writeLines(tx, id, draft),
    ctx.audit({
      action: `${before.kind}.update`,
      subjectType: before.kind,
      subjectId: id,
      ...changes(before, draft.header),
    }),
    ctx.emit({ type: `${before.kind}.updated`, subjectId: id, invoiceId: id }),
  ]);
  return { id, version };
});

/** A credit note stays with its invoice's client and currency, at its exchange rate. */
function keepToCredited(before: typeof invoices.$inferSelect, draft: Draft): void {
  if (draft.header.clientId !== before.clientId) throw invalid("clientId", "otherClient");
  if (draft.header.currency !== before.currency) throw invalid("currency", "otherCurrency");
  draft.header.exchangeRate = before.exchangeRate;
}

/** Whether it was created; false when the id is there already. */
async function create(tx: Tx, ctx: VerbCtx, id: string, draft: Draft): Promise<boolean> {
  const createdBy = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const created = await tx
    .insert(invoices)
    .values({ id, ...draft.header, createdBy })
    .onConflictDoNothing()
    .returning({ id: invoices.id });
  if (created.length === 0) return false;
  await together([
    writeLines(tx, id, draft),
    ctx.audit({ action: "invoice.create", subjectType: "invoice", subjectId: id, after: draft.header }),
    ctx.emit({ type: "invoice.created", subjectId: id, invoiceId: id }),
  ]);
  return true;
}

async function writeLines(tx: Tx, invoiceId: string, { items, taxes }: Draft): Promise<void> {
  if (items.length === 0) return;
  await together([
    tx.insert(invoiceItems).values(items.map((item) => ({ id: newId(), invoiceId, ...item }))),
    tx.insert(invoiceTaxes).values(taxes.map((row) => ({ invoiceId, ...row }))),
  ]);
}
