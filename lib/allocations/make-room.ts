import { and, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { allocations } from "@/db/schema";
import { applyCredit, owedBy, type Source, takeBack } from "./allocate";

type Facts = { clientId: string; currency: string; on: string };

/**
 * Frees so much of an invoice that it owes at least an amount again: the latest allocations are taken back, and what
 * was taken back beyond that is applied again. Their payments have the rest left. The client is locked.
 */
export async function makeRoom(tx: Tx, invoiceId: string, neededMinor: bigint, facts: Facts): Promise<void> {
  const current = await tx
    .select()
    .from(allocations)
    .where(and(eq(allocations.invoiceId, invoiceId), isNull(allocations.unappliedOn)))
    .orderBy(desc(allocations.id));
  let { balanceMinor: owed } = await owedBy(tx, invoiceId);
  for (const allocation of current) {
    if (owed >= neededMinor) return;
    const on = facts.on > allocation.appliedOn ? facts.on : allocation.appliedOn;
    await takeBack(tx, allocation, { ...facts, on });
    owed += allocation.amountMinor;
    const rest = owed - neededMinor;
    if (rest <= 0n) continue;
    const { currency, clientId } = facts;
    await applyCredit(tx, {
      source: sourceOf(allocation),
      clientId,
      invoiceId,
      currency,
      amountMinor: rest,
      on,
    });
    owed -= rest;
  }
}

/** The payment or credit note of an allocation; the database knows that it is one of them. */
export const sourceOf = ({ paymentId, creditNoteId }: typeof allocations.$inferSelect): Source =>
  paymentId ? { paymentId, creditNoteId: null } : { paymentId: null, creditNoteId: creditNoteId ?? "" };
