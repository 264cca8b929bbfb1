import type { Tx } from "@/db/client";
import { journalEntries, journalLines } from "@/db/schema";
import { newId } from "@/lib/platform/ids";
import { together } from "@/lib/platform/together";
import type { AccountCode } from "./accounts";

/** A posting; debit positive, credit negative, in minor units of the entry's currency and of the organization's (base). */
export type Posting = {
  account: AccountCode;
  amountMinor: bigint;
  baseMinor: bigint;
  invoiceId?: string | null;
  paymentId?: string | null;
  creditNoteId?: string | null;
};

export type EntryKind =
  | "invoice.finalized"
  | "invoice.voided"
  | "invoice.written_off"
  | "credit_note.finalized"
  | "credit_note.voided"
  | "payment.received"
  | "payment.reversed"
  | "allocation.applied"
  | "allocation.unapplied"
  | "refund.issued"
  | "refund.failed"
  | "fee.charged";

export type Entry = {
  /** With the source it is a key: one cause, one entry. */
  kind: EntryKind;
  sourceId: string;
  /** ISO date, in the organization's time zone. */
  postedOn: string;
  currency: string;
  clientId: string;
  postings: Posting[];
};

/**
 * Posts a journal entry in the caller's transaction. Zero postings are left out; an entry of nothing is not posted.
 * The database refuses it at commit unless it sums to zero in both currencies, and at once in a closed period.
 */
export async function post(tx: Tx, entry: Entry): Promise<void> {
  const postings = entry.postings.filter(
    ({ amountMinor, baseMinor }) => amountMinor !== 0n || baseMinor !== 0n,
  );
  if (postings.length === 0) return;
  const entryId = newId();
  await together([
    tx
      .insert(journalEntries)
      .values({ id: entryId, kind: entry.kind, sourceId: entry.sourceId, postedOn: entry.postedOn }),
    tx.insert(journalLines).values(
      postings.map(({ account, ...posting }) => ({
        id: newId(),
        entryId,
        postedOn: entry.postedOn,
        accountCode: account,
        currency: entry.currency,
        clientId: entry.clientId,
        ...posting,
      })),
    ),
  ]);
}

/** What makes the others sum to zero in the organization's currency: gained (negative) or lost by the exchange rate. */
export function exchangeDifference(others: readonly Posting[]): Posting {
  const baseMinor = -others.reduce((total, posting) => total + posting.baseMinor, 0n);
  return { account: "exchange_differences", amountMinor: 0n, baseMinor };
}
