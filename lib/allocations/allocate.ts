import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { allocations, creditBalances, invoiceBalances } from "@/db/schema";
import { mulDiv } from "@/lib/core/money";
import { exchangeDifference, type Posting, post } from "@/lib/ledger/post";
import { newId } from "@/lib/platform/ids";
import { together } from "@/lib/platform/together";

/** What settles an invoice: a payment or a credit note. */
export type Source = { paymentId: string; creditNoteId: null } | { paymentId: null; creditNoteId: string };

/**
 * Takes turns with everyone else who works on this client's money. Called before any of its invoices, payments or
 * credit notes is locked, so that nobody waits crosswise.
 */
export async function lockClient(tx: Tx, clientId: string): Promise<void> {
  await tx.execute(sql`select cf.lock_client(${clientId})`);
}

/** The part of a value in the organization's currency that goes with a part of an amount; all of it with all of it. */
export const baseShare = (baseMinor: bigint, amountMinor: bigint, ofMinor: bigint): bigint =>
  amountMinor === ofMinor ? baseMinor : mulDiv(baseMinor, amountMinor, ofMinor);

/** What an invoice owes, in its currency and in the organization's. */
export async function owedBy(
  tx: Tx,
  invoiceId: string,
): Promise<{ balanceMinor: bigint; baseMinor: bigint }> {
  const [row] = await tx
    .select({ balanceMinor: invoiceBalances.balanceMinor, baseMinor: invoiceBalances.baseMinor })
    .from(invoiceBalances)
    .where(eq(invoiceBalances.invoiceId, invoiceId));
  return row ?? { balanceMinor: 0n, baseMinor: 0n };
}

/** What is left of a payment or credit note. */
export async function leftOf(tx: Tx, sourceId: string): Promise<{ balanceMinor: bigint; baseMinor: bigint }> {
  const [row] = await tx
    .select({ balanceMinor: creditBalances.balanceMinor, baseMinor: creditBalances.baseMinor })
    .from(creditBalances)
    .where(eq(creditBalances.sourceId, sourceId));
  return row ?? { balanceMinor: 0n, baseMinor: 0n };
}

export type Application = {
  source: Source;
  clientId: string;
  invoiceId: string;
  currency: string;
  amountMinor: bigint;
  /** ISO date, in the organization's time zone. */
  on: string;
};

/**
 * Settles a part of an invoice from what is left of a payment or credit note. The client is locked.
 * What the exchange rate has changed between the two is posted as gained or lost.
 * @throws DomainError conflict `overAllocated`, `overUsed`, `periodLocked`, by the database
 */
export async function applyCredit(tx: Tx, application: Application): Promise<string> {
  const { source, invoiceId, amountMinor, on } = application;
  const [owed, left] = await together([
    owedBy(tx, invoiceId),
    leftOf(tx, source.paymentId ?? source.creditNoteId),
  ]);
  const id = newId();
  const invoiceBaseMinor = baseShare(owed.baseMinor, amountMinor, owed.balanceMinor || amountMinor);
  const sourceBaseMinor = baseShare(left.baseMinor, amountMinor, left.balanceMinor || amountMinor);
  const row = { id, ...source, invoiceId, amountMinor, invoiceBaseMinor, sourceBaseMinor, appliedOn: on };
  await together([
    tx.insert(allocations).values(row).execute(),
    post(tx, {
      ...application,
      kind: "allocation.applied",
      sourceId: id,
      postedOn: on,
      postings: postingsOf(row),
    }),
  ]);
  return id;
}

type Allocation = Pick<
  typeof allocations.$inferSelect,
  "paymentId" | "creditNoteId" | "invoiceId" | "amountMinor" | "invoiceBaseMinor" | "sourceBaseMinor"
>;

/** Less owed, less credit, and the difference that the exchange rate made. */
function postingsOf(row: Allocation): Posting[] {
  const { paymentId, creditNoteId, invoiceId, amountMinor } = row;
  const moved: Posting[] = [
    {
      account: "receivable",
      amountMinor: -amountMinor,
      baseMinor: -row.invoiceBaseMinor,
      invoiceId,
      paymentId,
      creditNoteId,
    },
    { account: "client_credit", amountMinor, baseMinor: row.sourceBaseMinor, paymentId, creditNoteId },
  ];
  return [...moved, exchangeDifference(moved)];
}

/**
 * Takes an allocation back, with its exchange difference: the invoice owes it again, the source has it again.
 * @throws DomainError conflict `doneBefore`, `periodLocked`, by the database
 */
export async function takeBack(
  tx: Tx,
  allocation: Allocation & { id: string },
  facts: { clientId: string; currency: string; on: string },
): Promise<void> {
  const postings = postingsOf(allocation).map((posting) => ({
    ...posting,
    amountMinor: -posting.amountMinor,
    baseMinor: -posting.baseMinor,
  }));
  await together([
    tx.update(allocations).set({ unappliedOn: facts.on }).where(eq(allocations.id, allocation.id)).execute(),
    post(tx, {
      ...facts,
      kind: "allocation.unapplied",
      sourceId: allocation.id,
      postedOn: facts.on,
      postings,
    }),
  ]);
}
