import { and, asc, eq, gt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { creditBalances } from "@/db/schema";
import { fillInOrder } from "@/lib/core/settle";
import type { VerbCtx } from "@/lib/platform/verb";
import { applyCredit } from "./allocate";

/** What is left of a client's payments and credit notes in a currency (minor units), the first recorded first. */
export async function creditsOf(tx: Tx, clientId: string, currency: string) {
  return tx
    .select({
      sourceId: creditBalances.sourceId,
      sourceKind: creditBalances.sourceKind,
      leftMinor: creditBalances.balanceMinor,
    })
    .from(creditBalances)
    .where(
      and(
        eq(creditBalances.clientId, clientId),
        eq(creditBalances.currency, currency),
        gt(creditBalances.balanceMinor, 0n),
      ),
    )
    .orderBy(asc(creditBalances.sourceId));
}

export type Credit = Awaited<ReturnType<typeof creditsOf>>[number];

/**
 * Settles an open invoice from credit, the first source first, as far as `upToMinor` and the credit reach; each with
 * its journal entry and its event, all with one audit entry. The client is locked. Returns what was applied.
 * @throws DomainError conflict `overAllocated`, `periodLocked`, by the database
 */
export async function settleFromCredit(
  tx: Tx,
  ctx: VerbCtx,
  invoice: { id: string; clientId: string; currency: string },
  sources: readonly Credit[],
  upToMinor: bigint,
  /** ISO date, in the organization's time zone. */
  on: string,
): Promise<{ sourceId: string; amountMinor: bigint }[]> {
  const { id: invoiceId, clientId, currency } = invoice;
  const parts = fillInOrder(
    upToMinor,
    sources.map(({ leftMinor }) => leftMinor),
  );
  const applied = sources
    .map((source, index) => ({ ...source, amountMinor: parts[index] ?? 0n }))
    .filter(({ amountMinor }) => amountMinor > 0n);
  // One after the other: each sees what the one before it has left.
  for (const { sourceId, sourceKind, amountMinor } of applied) {
    const source =
      sourceKind === "payment"
        ? { paymentId: sourceId, creditNoteId: null }
        : { paymentId: null, creditNoteId: sourceId };
    await applyCredit(tx, { source, clientId, invoiceId, currency, amountMinor, on });
    await ctx.emit({
      type: "credit.applied",
      subjectId: sourceId,
      invoiceId,
      payload: { amountMinor: String(amountMinor), currency },
    });
  }
  const result = applied.map(({ sourceId, amountMinor }) => ({ sourceId, amountMinor }));
  if (result.length > 0)
    await ctx.audit({
      action: "credit.apply",
      subjectType: "invoice",
      subjectId: invoiceId,
      after: { on, currency, applied: result },
    });
  return result;
}
