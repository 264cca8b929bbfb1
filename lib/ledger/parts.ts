import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { accounts, clients, invoices, journalEntries, journalLines, organizations } from "@/db/schema";
import { notFound } from "@/lib/platform/errors";
import type { BookKey } from "./schemas";

/** What the queries of the books have in common. */

/** The credit note of a line, beside its invoice. */
export const creditNotes = alias(invoices, "credit_notes");

export const entryOfLine = and(
  eq(journalEntries.organizationId, journalLines.organizationId),
  eq(journalEntries.id, journalLines.entryId),
);
export const clientOfLine = and(
  eq(clients.organizationId, journalLines.organizationId),
  eq(clients.id, journalLines.clientId),
);
export const invoiceOfLine = and(
  eq(invoices.organizationId, journalLines.organizationId),
  eq(invoices.id, journalLines.invoiceId),
);
export const creditNoteOfLine = and(
  eq(creditNotes.organizationId, journalLines.organizationId),
  eq(creditNotes.id, journalLines.creditNoteId),
);
export const accountOfLine = and(
  eq(accounts.organizationId, journalLines.organizationId),
  eq(accounts.code, journalLines.accountCode),
);

/** A sum of minor units; zero of nothing. */
export const total = (amounts: unknown) => sql<bigint>`coalesce(sum(${amounts}), 0)`.mapWith(BigInt);

/** Debits are positive, credits negative: each side by itself, both as positive sums. */
export const debits = sql`greatest(${journalLines.baseMinor}, 0)`;
export const credits = sql`greatest(-${journalLines.baseMinor}, 0)`;

const placeOfLine = sql`(${journalLines.postedOn}, ${journalLines.id})`;
const placeOfEntry = sql`(${journalEntries.postedOn}, ${journalEntries.id})`;
const at = ({ postedOn, id }: BookKey) => sql`(${postedOn}::date, ${id}::uuid)`;

export const linesAfter = (key: BookKey) => sql`${placeOfLine} > ${at(key)}`;
export const linesBefore = (key: BookKey) => sql`${placeOfLine} < ${at(key)}`;
export const entriesAfter = (key: BookKey) => sql`${placeOfEntry} > ${at(key)}`;
export const entriesBefore = (key: BookKey) => sql`${placeOfEntry} < ${at(key)}`;

/** The actor's organization, as far as the books need it. */
export async function bookkeeper(tx: Tx) {
  const [row] = await tx
    .select({
      id: organizations.id,
      name: organizations.name,
      currency: organizations.currency,
      timeZone: organizations.timeZone,
      booksClosedOn: organizations.booksClosedOn,
    })
    .from(organizations);
  if (!row) throw notFound();
  return row;
}
