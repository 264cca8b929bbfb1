import { and, asc, desc, eq, gte, inArray, lte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accounts, clients, invoices, journalEntries, journalLines } from "@/db/schema";
import { sum } from "@/lib/core/money";
import { pageOf } from "@/lib/core/page";
import { notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";
import {
  accountOfLine,
  bookkeeper,
  clientOfLine,
  creditNoteOfLine,
  creditNotes,
  entriesAfter,
  entriesBefore,
  invoiceOfLine,
} from "./parts";
import { EntryIdInput, JournalInput, keyText } from "./schemas";

const PAGE = 50;

const entryColumns = {
  id: journalEntries.id,
  kind: journalEntries.kind,
  postedOn: journalEntries.postedOn,
  createdAt: journalEntries.createdAt,
};

type EntryHead = { id: string; kind: string; postedOn: string; createdAt: Date };

/** Journal entries of a period, newest first, each with its lines. Pages by key. */
export const listJournal = query(
  "books.read",
  JournalInput,
  async (tx, _ctx, { from, to, before, after }) => {
    const [organization, found] = await together([
      bookkeeper(tx),
      tx
        .select(entryColumns)
        .from(journalEntries)
        .where(
          and(
            gte(journalEntries.postedOn, from),
            lte(journalEntries.postedOn, to),
            before ? entriesBefore(before) : undefined,
            after ? entriesAfter(after) : undefined,
          ),
        )
        .orderBy(
          after ? asc(journalEntries.postedOn) : desc(journalEntries.postedOn),
          after ? asc(journalEntries.id) : desc(journalEntries.id),
        )
        .limit(PAGE + 1),
    ]);
    const page = pageOf(found, PAGE, { forwards: Boolean(before), backwards: Boolean(after) });
    return {
      currency: organization.currency,
      rows: await withLines(tx, page.rows),
      next: page.next && keyText(page.next),
      previous: page.previous && keyText(page.previous),
    };
  },
);

/**
 * A journal entry with its lines and what they belong to.
 * @throws DomainError not_found
 */
export const getEntry = query("books.read", EntryIdInput, async (tx, _ctx, { id }) => {
  const [organization, heads] = await together([
    bookkeeper(tx),
    tx.select(entryColumns).from(journalEntries).where(eq(journalEntries.id, id)),
  ]);
  const [entry] = await withLines(tx, heads);
  if (!entry) throw notFound();
  return { currency: organization.currency, entry };
});

/** The lines of some entries, in the order of both; and each entry's amount: its debits in the organization's currency. */
export async function withLines<Head extends EntryHead>(tx: Tx, heads: readonly Head[]) {
  if (heads.length === 0) return [];
  const lines = await tx
    .select({
      id: journalLines.id,
      entryId: journalLines.entryId,
      accountCode: journalLines.accountCode,
      accountName: accounts.name,
      amountMinor: journalLines.amountMinor,
      currency: journalLines.currency,
      baseMinor: journalLines.baseMinor,
      clientId: journalLines.clientId,
      clientName: clients.name,
      invoiceId: journalLines.invoiceId,
      invoiceNumber: invoices.number,
      paymentId: journalLines.paymentId,
      creditNoteId: journalLines.creditNoteId,
      creditNoteNumber: creditNotes.number,
    })
    .from(journalLines)
    .innerJoin(accounts, accountOfLine)
    .leftJoin(clients, clientOfLine)
    .leftJoin(invoices, invoiceOfLine)
    .leftJoin(creditNotes, creditNoteOfLine)
    .where(
      inArray(
        journalLines.entryId,
        heads.map(({ id }) => id),
      ),
    )
    .orderBy(asc(journalLines.id));
  const byEntry = new Map<string, typeof lines>();
  for (const line of lines) byEntry.set(line.entryId, [...(byEntry.get(line.entryId) ?? []), line]);
  return heads.map((head) => {
    const own = byEntry.get(head.id) ?? [];
    return {
      ...head,
      lines: own,
      clientName: own.find((line) => line.clientName)?.clientName ?? null,
      amountMinor: sum(own.map((line) => (line.baseMinor > 0n ? line.baseMinor : 0n))),
    };
  });
}

export type JournalEntry = Awaited<ReturnType<typeof getEntry>>["entry"];
