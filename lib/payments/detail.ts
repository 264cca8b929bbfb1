import { and, asc, desc, eq, inArray, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  accounts,
  allocations,
  clients,
  creditBalances,
  deliveries,
  domainEvents,
  invoices,
  journalEntries,
  journalLines,
  organizations,
  payments,
  refunds,
  users,
} from "@/db/schema";
import { dateIn } from "@/lib/core/dates";
import { sum } from "@/lib/core/money";
import { paymentUse } from "@/lib/core/payment-use";
import { withoutApproval } from "@/lib/core/refund-approval";
import type { EntryKind } from "@/lib/ledger/post";
import { clock } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";
import { approvalFacts } from "./approval";
import { creditLeft, leftMinor } from "./queries";
import { requestsOf } from "./refund-requests";
import { PaymentIdInput } from "./schemas";

/** A payment whole: its facts, what it settles and settled, refunds, what is left, and what it posted. */
export const getPayment = query("payment.read", PaymentIdInput, async (tx, _ctx, { id }) => {
  const [row] = await tx
    .select({
      payment: payments,
      client: clients,
      recordedBy: users.name,
      leftMinor,
      organization: organizations,
    })
    .from(payments)
    .innerJoin(clients, eq(clients.id, payments.clientId))
    .innerJoin(organizations, eq(organizations.id, payments.organizationId))
    .leftJoin(users, eq(users.id, payments.recordedBy))
    .leftJoin(creditBalances, creditLeft)
    .where(eq(payments.id, id));
  if (!row) throw notFound();
  const [settled, given, requests, rule] = await together([
    settledBy(tx, id),
    refundsOf(tx, id),
    requestsOf(tx, id),
    approvalFacts(tx, row),
  ]);
  const { payment, organization } = row;
  const refundedMinor = sum(given.filter(({ state }) => state !== "failed").map((one) => one.amountMinor));
  const active = settled.filter(({ allocation }) => allocation.unappliedOn === null);
  return {
    ...row,
    settled,
    refunds: given,
    requests,
    /** How much more one person may give back alone, in minor units of the payment's currency; null for all of it. */
    aloneMinor: withoutApproval(rule),
    refundedMinor,
    use: paymentUse({
      amountMinor: payment.amountMinor,
      leftMinor: row.leftMinor,
      refundedMinor,
      reversed: payment.reversedOn !== null,
    }),
    /** What can be given back, and so much of it as open invoices would owe again; minor units. */
    refundableMinor: payment.reversedOn ? 0n : row.leftMinor + openMinor(active),
    appliedMinor: openMinor(active),
    today: dateIn(clock.now(), organization.timeZone),
    entries: await entriesOf(tx, [
      ["payment.received", [id]],
      ["payment.reversed", [id]],
      ["allocation.applied", settled.map(({ allocation }) => allocation.id)],
      ["allocation.unapplied", settled.map(({ allocation }) => allocation.id)],
      ["refund.issued", given.map((one) => one.id)],
      ["refund.failed", given.map((one) => one.id)],
      ["fee.charged", [id]],
    ]),
  };
});

export type PaymentDetail = Awaited<ReturnType<typeof getPayment>>;

type Settled = Awaited<ReturnType<typeof settledBy>>;

const openMinor = (settled: Settled) =>
  sum(
    settled.filter(({ lifecycle }) => lifecycle === "open").map(({ allocation }) => allocation.amountMinor),
  );

function settledBy(tx: Tx, paymentId: string) {
  return tx
    .select({ allocation: allocations, number: invoices.number, lifecycle: invoices.lifecycle })
    .from(allocations)
    .innerJoin(invoices, eq(invoices.id, allocations.invoiceId))
    .where(eq(allocations.paymentId, paymentId))
    .orderBy(asc(allocations.id));
}

const refundsOf = (tx: Tx, paymentId: string) =>
  tx.select().from(refunds).where(eq(refunds.paymentId, paymentId)).orderBy(asc(refunds.id));

/** The lines of the entries of some causes, in the order in which they were posted. */
async function entriesOf(tx: Tx, causes: readonly (readonly [EntryKind, readonly string[]])[]) {
  const ids = [...new Set(causes.flatMap(([, sources]) => sources))];
  return tx
    .select({
      id: journalLines.id,
      entryId: journalEntries.id,
      kind: journalEntries.kind,
      postedOn: journalEntries.postedOn,
      account: accounts.name,
      amountMinor: journalLines.amountMinor,
      baseMinor: journalLines.baseMinor,
      currency: journalLines.currency,
    })
    .from(journalEntries)
    .innerJoin(journalLines, eq(journalLines.entryId, journalEntries.id))
    .innerJoin(accounts, eq(accounts.code, journalLines.accountCode))
    .where(
      and(
        inArray(
          journalEntries.kind,
          causes.map(([kind]) => kind),
        ),
        inArray(journalEntries.sourceId, ids),
      ),
    )
    .orderBy(asc(journalEntries.id), desc(journalLines.amountMinor), asc(journalLines.id));
}

/** Everything that happened to a payment, newest first, with who did it; and how its messages fared. */
export const paymentTimeline = query("payment.read", PaymentIdInput, async (tx, _ctx, { id }) => {
  const events = await tx
    .select({
      id: domainEvents.id,
      type: domainEvents.type,
      payload: domainEvents.payload,
      actorKind: domainEvents.actorKind,
      actorName: users.name,
      createdAt: domainEvents.createdAt,
    })
    .from(domainEvents)
    .leftJoin(users, eq(users.id, domainEvents.actorId))
    // Its parts are told on their invoices; here the whole stands.
    .where(and(eq(domainEvents.subjectId, id), ne(domainEvents.type, "payment.applied")))
    .orderBy(desc(domainEvents.id))
    .limit(200);
  const messages = await tx
    .select()
    .from(deliveries)
    .where(
      inArray(
        deliveries.eventId,
        events.map((event) => event.id),
      ),
    )
    .orderBy(desc(deliveries.id));
  return { events, deliveries: messages };
});
