import type { Tx } from "@/db/client";
import { refunds } from "@/db/schema";
import { applyCredit, baseShare, leftOf, takeBack } from "@/lib/allocations/allocate";
import { sum } from "@/lib/core/money";
import { lesser } from "@/lib/core/settle";
import { laterOf } from "@/lib/invoices/dates";
import { cashAccount } from "@/lib/ledger/accounts";
import { post } from "@/lib/ledger/post";
import { together } from "@/lib/platform/together";
import type { VerbCtx } from "@/lib/platform/verb";
import type { LockedPayment } from "./load";

/** What can be given back of a payment, in minor units: what is left of it, and what open invoices would owe again. */
export const refundableOf = ({ payment, settled, left }: LockedPayment): bigint =>
  payment.reversedOn
    ? 0n
    : sum([left.balanceMinor, ...settled.filter(isOpen).map(({ allocation }) => allocation.amountMinor)]);

const isOpen = ({ lifecycle }: LockedPayment["settled"][number]) => lifecycle === "open";

export type NewRefund = Omit<typeof refunds.$inferInsert, "paymentId" | "currency" | "organizationId">;

/**
 * Books money that goes back out of a locked payment, no more than `refundableOf` says: the refund's row, what its
 * invoices owe again, and one journal entry. The credit leaves with its share of the base, and so does the cash.
 * @throws DomainError conflict `periodLocked`, by the database
 */
export async function bookRefund(
  tx: Tx,
  ctx: VerbCtx,
  locked: LockedPayment,
  refund: NewRefund,
): Promise<void> {
  const { payment } = locked;
  const { clientId, currency, id: paymentId } = payment;
  const { amountMinor, refundedOn: on } = refund;
  await freeCredit(tx, ctx, locked, amountMinor - locked.left.balanceMinor, on);
  const left = await leftOf(tx, paymentId);
  const baseMinor = baseShare(left.baseMinor, amountMinor, left.balanceMinor);
  await together([
    tx
      .insert(refunds)
      .values({ ...refund, paymentId, currency })
      .execute(),
    post(tx, {
      kind: "refund.issued",
      sourceId: refund.id,
      postedOn: on,
      currency,
      clientId,
      postings: [
        { account: "client_credit", amountMinor, baseMinor, paymentId },
        {
          account: cashAccount(refund.method, payment.gateway),
          amountMinor: -amountMinor,
          baseMinor: -baseMinor,
          paymentId,
        },
      ],
    }),
  ]);
  const { method, state, reason } = refund;
  await ctx.audit({
    action: "payment.refund",
    subjectType: "payment",
    subjectId: paymentId,
    after: { refundId: refund.id, method, state, amountMinor, currency, refundedOn: on, reason },
  });
}

/**
 * Takes so much back from what the payment settles, the latest first: an allocation is taken back whole, and what the
 * refund does not need of it is applied again.
 */
async function freeCredit(
  tx: Tx,
  ctx: VerbCtx,
  { payment, settled }: LockedPayment,
  missingMinor: bigint,
  refundedOn: string,
): Promise<void> {
  const { clientId, currency, id: paymentId } = payment;
  let missing = missingMinor;
  for (const { allocation } of settled.filter(isOpen)) {
    if (missing <= 0n) return;
    const on = laterOf(refundedOn, allocation.appliedOn);
    const part = lesser(missing, allocation.amountMinor);
    await takeBack(tx, allocation, { clientId, currency, on });
    const { invoiceId } = allocation;
    if (part < allocation.amountMinor)
      await applyCredit(tx, {
        source: { paymentId, creditNoteId: null },
        clientId,
        invoiceId,
        currency,
        amountMinor: allocation.amountMinor - part,
        on,
      });
    await ctx.emit({
      type: "credit.unapplied",
      subjectId: paymentId,
      invoiceId,
      payload: { amountMinor: String(part), currency },
    });
    missing -= part;
  }
}
