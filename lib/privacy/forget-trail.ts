import { and, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deliveries, domainEvents, invitations, invoices, payments, refunds } from "@/db/schema";
import { erasedClientName, erasedRecipient } from "./pseudonym";

const invoicesOf = (tx: Tx, clientId: string) =>
  tx.select({ id: invoices.id }).from(invoices).where(eq(invoices.clientId, clientId));

/** What happened to a client: to itself, to its documents, with its payments, to whom it was invited. */
export const eventsOfClient = (tx: Tx, clientId: string): SQL =>
  sql`(${or(
    eq(domainEvents.subjectId, clientId),
    inArray(domainEvents.invoiceId, invoicesOf(tx, clientId)),
    inArray(
      domainEvents.subjectId,
      tx.select({ id: payments.id }).from(payments).where(eq(payments.clientId, clientId)),
    ),
    inArray(
      domainEvents.subjectId,
      tx.select({ id: invitations.id }).from(invitations).where(eq(invitations.clientId, clientId)),
    ),
  )})`;

/** Addresses that messages about such events went to by name. */
export async function namedRecipients(tx: Tx, about: SQL): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ email: sql<string>`${domainEvents.payload} ->> 'recipient'` })
    .from(domainEvents)
    .where(and(about, sql`${domainEvents.payload} ? 'recipient'`));
  return rows.map(({ email }) => email);
}

/** The messages about such events stay, without the addresses that they went to, nor what a mail server said of them. */
export async function forgetRecipients(
  tx: Tx,
  id: string,
  emails: Iterable<string>,
  about: SQL,
): Promise<void> {
  for (const [index, email] of [...new Set(emails)].sort().entries())
    await tx
      .update(deliveries)
      .set({ recipient: erasedRecipient(id, index), problem: null })
      .where(
        and(
          eq(deliveries.recipient, email),
          inArray(deliveries.eventId, tx.select({ id: domainEvents.id }).from(domainEvents).where(about)),
        ),
      );
}

/** The events stay, without names, addresses and messages in them. */
export async function forgetInEvents(tx: Tx, about: SQL): Promise<void> {
  await tx
    .update(domainEvents)
    .set({
      payload: sql`${domainEvents.payload} - array['recipient', 'message', 'name'] || '{"erased": true}'`,
    })
    .where(and(about, sql`${domainEvents.payload} ?| array['recipient', 'message', 'name']`));
}

/** Free texts of payments and refunds, and who answered quotes. After the client itself, which lets it. */
export async function forgetTexts(tx: Tx, clientId: string): Promise<void> {
  const ofClient = eq(payments.clientId, clientId);
  await tx
    .update(payments)
    .set({ reference: null, note: null })
    .where(and(ofClient, or(isNotNull(payments.reference), isNotNull(payments.note))));
  await tx
    .update(refunds)
    .set({ reason: null })
    .where(
      and(
        isNotNull(refunds.reason),
        inArray(refunds.paymentId, tx.select({ id: payments.id }).from(payments).where(ofClient)),
      ),
    );
  await tx
    .update(invoices)
    .set({ answeredBy: erasedClientName(clientId), answerNote: null })
    .where(and(eq(invoices.clientId, clientId), isNotNull(invoices.answeredBy)));
}
