import type { Tx } from "@/db/client";
import { journalEntries, journalLines } from "@/db/schema";
import { newId } from "@/lib/platform/ids";
import { together } from "@/lib/platform/together";

export type AccountCode =
  | "receivable"
  | "cash.bank"
  | "cash.stripe"
  | "client_credit"
  | "tax_payable"
  | "revenue"
  | "gateway_fees"
  | "write_offs";

/** A posting; debit positive, credit negative, in minor units. */
export type Posting = { account: AccountCode; amountMinor: bigint; invoiceId?: string; paymentId?: string };

export type Entry = {
  /** With the source it is a key: one cause, one entry. */
  kind: "invoice.finalized" | "payment.received";
  sourceId: string;
  /** ISO date, in the organization's time zone. */
  postedOn: string;
  currency: string;
  clientId: string;
  postings: Posting[];
};

/**
 * Posts a journal entry in the caller's transaction. Zero postings are left out; an entry of nothing is not posted.
 * The database refuses it at commit unless it sums to zero.
 */
export async function post(tx: Tx, entry: Entry): Promise<void> {
  const postings = entry.postings.filter((posting) => posting.amountMinor !== 0n);
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
        accountCode: account,
        currency: entry.currency,
        clientId: entry.clientId,
        ...posting,
      })),
    ),
  ]);
}
