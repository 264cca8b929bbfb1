import { and, desc, eq, isNull, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { allocations, invoices, organizations, payments, refunds } from "@/db/schema";
import { leftOf, lockClient } from "@/lib/allocations/allocate";
import { dateIn } from "@/lib/core/dates";
import { sum } from "@/lib/core/money";
import { clock } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";

/**
 * A payment with what it settles, what of it is left and what was given back, its client locked: nothing of it changes
 * until the transaction ends.
 * @throws DomainError not_found
 */
export async function lockPayment(tx: Tx, id: string) {
  const [found] = await tx.select({ clientId: payments.clientId }).from(payments).where(eq(payments.id, id));
  if (!found) throw notFound();
  await lockClient(tx, found.clientId);
  const [[payment], settled, given, left, [organization]] = await together([
    tx.select().from(payments).where(eq(payments.id, id)),
    tx
      .select({ allocation: allocations, lifecycle: invoices.lifecycle })
      .from(allocations)
      .innerJoin(invoices, eq(invoices.id, allocations.invoiceId))
      .where(and(eq(allocations.paymentId, id), isNull(allocations.unappliedOn)))
      .orderBy(desc(allocations.id)),
    tx
      .select()
      .from(refunds)
      .where(and(eq(refunds.paymentId, id), ne(refunds.state, "failed"))),
    leftOf(tx, id),
    tx.select().from(organizations),
  ]);
  if (!payment || !organization) throw notFound();
  return {
    payment,
    /** What it settles, the latest first. */
    settled,
    refundedMinor: sum(given.map((refund) => refund.amountMinor)),
    left,
    organization,
    /** The organization's ISO date. */
    today: dateIn(clock.now(), organization.timeZone),
  };
}

export type LockedPayment = Awaited<ReturnType<typeof lockPayment>>;
