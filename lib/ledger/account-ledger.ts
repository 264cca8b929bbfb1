import { and, asc, desc, eq, gte, lte, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accounts, clients, invoices, journalEntries, journalLines } from "@/db/schema";
import { pageOf } from "@/lib/core/page";
import { notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";
import {
  bookkeeper,
  clientOfLine,
  creditNoteOfLine,
  creditNotes,
  credits,
  debits,
  entryOfLine,
  invoiceOfLine,
  linesAfter,
  linesBefore,
  total,
} from "./parts";
import { AccountLedgerInput, type BookKey, keyText } from "./schemas";

const PAGE = 50;

const columns = {
  id: journalLines.id,
  entryId: journalLines.entryId,
  postedOn: journalLines.postedOn,
  kind: journalEntries.kind,
  amountMinor: journalLines.amountMinor,
  currency: journalLines.currency,
  baseMinor: journalLines.baseMinor,
  clientName: clients.name,
  document: sql<string | null>`coalesce(${invoices.number}, ${creditNotes.number})`,
};

/**
 * One account in a period, oldest first: its opening and closing balance, and a page of its postings, each with the
 * balance that it leaves. Balances in the organization's currency (minor units), debit positive. Pages by key.
 * @throws DomainError not_found for an unknown account
 */
export const getAccountLedger = query("books.read", AccountLedgerInput, async (tx, _ctx, input) => {
  const { code, from, to, before, after } = input;
  const ofAccount = eq(journalLines.accountCode, code);
  const [[account], organization, sums, found] = await together([
    tx
      .select({ code: accounts.code, kind: accounts.kind, name: accounts.name })
      .from(accounts)
      .where(eq(accounts.code, code)),
    bookkeeper(tx),
    tx
      .select({
        openingMinor: total(
          sql`case when ${journalLines.postedOn} < ${from} then ${journalLines.baseMinor} end`,
        ),
        debitMinor: total(sql`case when ${journalLines.postedOn} >= ${from} then ${debits} end`),
        creditMinor: total(sql`case when ${journalLines.postedOn} >= ${from} then ${credits} end`),
      })
      .from(journalLines)
      .where(and(ofAccount, lte(journalLines.postedOn, to))),
    tx
      .select(columns)
      .from(journalLines)
      .innerJoin(journalEntries, entryOfLine)
      .leftJoin(clients, clientOfLine)
      .leftJoin(invoices, invoiceOfLine)
      .leftJoin(creditNotes, creditNoteOfLine)
      .where(
        and(
          ofAccount,
          gte(journalLines.postedOn, from),
          lte(journalLines.postedOn, to),
          after ? linesAfter(after) : undefined,
          before ? linesBefore(before) : undefined,
        ),
      )
      .orderBy(
        before ? desc(journalLines.postedOn) : asc(journalLines.postedOn),
        before ? desc(journalLines.id) : asc(journalLines.id),
      )
      .limit(PAGE + 1),
  ]);
  if (!account) throw notFound();
  const [{ openingMinor, debitMinor, creditMinor } = { openingMinor: 0n, debitMinor: 0n, creditMinor: 0n }] =
    sums;
  const page = pageOf(found, PAGE, { forwards: Boolean(after), backwards: Boolean(before) });
  const [first] = page.rows;
  // The first page goes on from the opening balance; only later ones have to add up what is before them.
  const isLater = Boolean(after ?? before);
  let balanceMinor = first && isLater ? await balanceBefore(tx, code, first) : openingMinor;
  const rows = page.rows.map((row) => {
    balanceMinor += row.baseMinor;
    return { ...row, balanceMinor };
  });
  return {
    account,
    currency: organization.currency,
    openingMinor,
    debitMinor,
    creditMinor,
    closingMinor: openingMinor + debitMinor - creditMinor,
    rows,
    next: page.next && keyText(page.next),
    previous: page.previous && keyText(page.previous),
  };
});

/** The balance that the postings before one leave. */
async function balanceBefore(tx: Tx, code: string, first: BookKey): Promise<bigint> {
  const [row] = await tx
    .select({ balanceMinor: total(journalLines.baseMinor) })
    .from(journalLines)
    .where(and(eq(journalLines.accountCode, code), linesBefore(first)));
  return row?.balanceMinor ?? 0n;
}

export type AccountLedger = Awaited<ReturnType<typeof getAccountLedger>>;
