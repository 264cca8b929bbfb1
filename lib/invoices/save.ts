import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoiceAdjustments, invoiceItems, invoices, invoiceTaxes } from "@/db/schema";
import { changes } from "@/lib/platform/audit";
import { clock } from "@/lib/platform/clock";
import { conflict, invalid, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { together } from "@/lib/platform/together";
import { type VerbCtx, verb } from "@/lib/platform/verb";
import { type Draft, draftOf } from "./draft";
import { isStored } from "./is-stored";
import { SaveInvoiceInput } from "./schemas";

/**
 * Saves a draft: creates it when `version` is null, else replaces what is there.
 * Saving what is there already (a form sent twice) changes nothing and returns the version that is there.
 * @throws DomainError conflict `changedElsewhere` when another tab saved since, `frozen` when it is issued
 */
export const saveInvoice = verb("invoice.write", SaveInvoiceInput, async (tx, ctx, input) => {
  const { id } = input;
  const draft = await draftOf(tx, input);
  // A credit note is made from its invoice alone.
  const fresh = input.version === null && input.kind !== "credit_note";
  if (fresh && (await insertDraft(tx, ctx, { id, kind: input.kind }, draft))) return { id, version: 1 };

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
    tx.delete(invoiceAdjustments).where(eq(invoiceAdjustments.invoiceId, id)),
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

/** A new draft's own facts beside what its fields come to; they never change. */
type Origin = Pick<typeof invoices.$inferInsert, "id" | "kind" | "quoteId" | "isDeposit">;

/** Writes a new draft with its lines. False when the id is there already. */
export async function insertDraft(tx: Tx, ctx: VerbCtx, origin: Origin, draft: Draft): Promise<boolean> {
  const { id, kind = "invoice" } = origin;
  const createdBy = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const created = await tx
    .insert(invoices)
    .values({ ...origin, ...draft.header, createdBy })
    .onConflictDoNothing()
    .returning({ id: invoices.id });
  if (created.length === 0) return false;
  await together([
    writeLines(tx, id, draft),
    ctx.audit({
      action: `${kind}.create`,
      subjectType: kind,
      subjectId: id,
      after: { ...draft.header, ...(origin.quoteId ? { quoteId: origin.quoteId } : {}) },
    }),
    ctx.emit({ type: `${kind}.created`, subjectId: id, invoiceId: id }),
  ]);
  return true;
}

async function writeLines(tx: Tx, invoiceId: string, { items, adjustments, taxes }: Draft): Promise<void> {
  const of = <Row>(rows: readonly Row[]) => rows.map((row) => ({ invoiceId, ...row }));
  await together([
    items.length > 0 && tx.insert(invoiceItems).values(of(items).map((item) => ({ id: newId(), ...item }))),
    adjustments.length > 0 && tx.insert(invoiceAdjustments).values(of(adjustments)),
    taxes.length > 0 && tx.insert(invoiceTaxes).values(of(taxes)),
  ]);
}
