import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, invoices, journalEntries, journalLines, organizations, payments } from "@/db/schema";
import { entryOfLine } from "@/lib/ledger/parts";
import type { EntryKind } from "@/lib/ledger/post";
import { openClient } from "@/lib/parties/client";
import { openOrganization } from "@/lib/parties/organization";
import { notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";
import { StatementInput } from "./schemas";

type Period = { clientId: string; from: string; to: string };

// What a client owes less what it has left as credit: applying credit moves nothing.
const ofClient = (clientId: string) =>
  and(
    eq(journalLines.clientId, clientId),
    inArray(journalLines.accountCode, ["receivable", "client_credit"]),
  );
const amount = sql<string>`sum(${journalLines.amountMinor})`.mapWith(BigInt);

/** A row of a statement; the amount in minor units, positive when the client owes more by it. */
export type Movement = {
  id: string;
  postedOn: string;
  kind: EntryKind;
  /** The document's number, or the payment's reference. */
  reference: string | null;
  invoiceId: string | null;
  amountMinor: bigint;
  balanceMinor: bigint;
};

export type CurrencyStatement = {
  currency: string;
  openingMinor: bigint;
  movements: Movement[];
  closingMinor: bigint;
};

/**
 * What a client owed before a period, what changed in it and what it owes after, per currency: read from the journal,
 * so that it can't differ from it. A balance below zero is the client's credit.
 */
export const clientStatement = query("statement.read", StatementInput, (tx, _ctx, input) =>
  loadStatement(tx, input),
);

export async function loadStatement(tx: Tx, { clientId, from, to }: Period) {
  const [[client], [organization], opening, rows] = await together([
    tx.select().from(clients).where(eq(clients.id, clientId)),
    tx.select().from(organizations),
    tx
      .select({ currency: journalLines.currency, amount })
      .from(journalLines)
      .where(and(ofClient(clientId), lt(journalLines.postedOn, from)))
      .groupBy(journalLines.currency),
    tx
      .select({
        id: journalEntries.id,
        postedOn: journalEntries.postedOn,
        kind: sql<EntryKind>`${journalEntries.kind}`,
        sourceId: journalEntries.sourceId,
        currency: journalLines.currency,
        amount,
      })
      .from(journalLines)
      .innerJoin(journalEntries, entryOfLine)
      .where(and(ofClient(clientId), sql`${journalLines.postedOn} between ${from}::date and ${to}::date`))
      .groupBy(
        journalEntries.id,
        journalEntries.postedOn,
        journalEntries.kind,
        journalEntries.sourceId,
        journalLines.currency,
      )
      .having(sql`sum(${journalLines.amountMinor}) <> 0`)
      .orderBy(asc(journalEntries.postedOn), asc(journalEntries.id)),
  ]);
  if (!client || !organization) throw notFound();
  const references = await referencesOf(
    tx,
    rows.map((row) => row.sourceId),
  );
  const currencies = new Set([...opening, ...rows].map((row) => row.currency));
  const sections = [...currencies].sort().map((currency): CurrencyStatement => {
    const openingMinor = opening.find((row) => row.currency === currency)?.amount ?? 0n;
    let balanceMinor = openingMinor;
    const movements = rows
      .filter((row) => row.currency === currency)
      .map(({ id, postedOn, kind, sourceId, amount: amountMinor }) => {
        balanceMinor += amountMinor;
        return { id, postedOn, kind, ...references(sourceId), amountMinor, balanceMinor };
      });
    return { currency, openingMinor, movements, closingMinor: balanceMinor };
  });
  // Nothing ever happened in a currency that adds up to nothing and moved nothing.
  const shown = sections.filter(({ openingMinor, movements }) => openingMinor !== 0n || movements.length > 0);
  const nothing = { currency: client.currency, openingMinor: 0n, movements: [], closingMinor: 0n };
  return {
    client: openClient(client),
    organization: openOrganization(organization),
    from,
    to,
    sections: shown.length > 0 ? shown : [nothing],
  };
}

export type ClientStatement = Awaited<ReturnType<typeof loadStatement>>;

/** How the sources of entries are called: an invoice or credit note by its number, a payment by its reference. */
async function referencesOf(tx: Tx, ids: string[]) {
  if (ids.length === 0) return () => ({ reference: null, invoiceId: null });
  const [documents, received] = await together([
    tx.select({ id: invoices.id, number: invoices.number }).from(invoices).where(inArray(invoices.id, ids)),
    tx
      .select({ id: payments.id, reference: payments.reference })
      .from(payments)
      .where(inArray(payments.id, ids)),
  ]);
  return (id: string) => {
    const document = documents.find((one) => one.id === id);
    const payment = received.find((one) => one.id === id);
    return { reference: document?.number ?? payment?.reference ?? null, invoiceId: document?.id ?? null };
  };
}
