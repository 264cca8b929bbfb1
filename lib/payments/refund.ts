import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { refundRequests, refunds } from "@/db/schema";
import { needsApproval } from "@/lib/core/refund-approval";
import { conflict, invalid } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { approvalFacts } from "./approval";
import { refundableOf } from "./book-refund";
import { giveBack } from "./give-back";
import { type LockedPayment, lockPayment } from "./load";
import { requestRefund } from "./request-refund";
import { dateProblem, minorOf } from "./rules";
import { RefundPaymentInput } from "./schemas";

/**
 * Gives a payment back, wholly or in part: first what is left of it, then from its invoices, the latest first, which
 * owe that much again. By hand it is done at once; online it is booked as pending, and a job asks the gateway after the
 * commit. Beyond the organization's limit it is booked when somebody else approves it: state `requested`. The same id
 * sent twice refunds once.
 * @throws DomainError invalid `overRefunded` beside the amount, `inFuture`, `periodLocked`, `beforePayment` beside the
 * date, `required` without a method; conflict `paymentReversed`, `alreadyExists`, `refundWaits`, and `balanceChanged` when something
 * else can be refunded than the person saw
 */
export const refundPayment = verb("payment.refund", RefundPaymentInput, async (tx, ctx, input) => {
  const { id, paymentId } = input;
  const locked = await lockPayment(tx, paymentId);
  const { payment } = locked;
  const amountMinor = minorOf("amount", input.amount, payment.currency);
  const known = await findSent(tx, id);
  if (known) {
    if (known.paymentId !== paymentId || known.amountMinor !== amountMinor) throw conflict("alreadyExists");
    ctx.unchanged();
    return { id, state: known.state };
  }
  if (payment.reversedOn) throw conflict("paymentReversed");
  const refundableMinor = refundableOf(locked);
  if (refundableMinor !== input.refundable) throw conflict("balanceChanged");
  if (amountMinor > refundableMinor) throw invalid("amount", "overRefunded");

  const refund = {
    id,
    amountMinor,
    reason: input.reason,
    recordedBy: ctx.actor.kind === "user" ? ctx.actor.userId : null,
    ...wayOf(input, locked),
  };
  if (needsApproval({ ...(await approvalFacts(tx, locked)), amountMinor })) {
    await requestRefund(tx, ctx, locked, refund);
    return { id, state: "requested" as const };
  }
  await giveBack(tx, ctx, locked, refund);
  return { id, state: refund.state };
});

/** What was sent before with this id: a refund, or a request for one. */
async function findSent(tx: Tx, id: string) {
  const [refund] = await tx.select().from(refunds).where(eq(refunds.id, id));
  if (refund) return refund;
  const [request] = await tx.select().from(refundRequests).where(eq(refundRequests.id, id));
  return request && { ...request, state: "requested" as const };
}

/** How and when the money goes back. Through a gateway that is today, and its answer decides. */
function wayOf(input: z.output<typeof RefundPaymentInput>, { payment, organization, today }: LockedPayment) {
  if (payment.method === "online")
    return { method: payment.method, refundedOn: today, state: "pending" as const };
  const { method, refundedOn } = input;
  if (!method) throw invalid("method", "required");
  if (!refundedOn) throw invalid("refundedOn", "required");
  const problem =
    dateProblem(refundedOn, { today, booksClosedOn: organization.booksClosedOn }) ??
    (refundedOn < payment.receivedOn ? "beforePayment" : undefined);
  if (problem) throw invalid("refundedOn", problem);
  return { method, refundedOn, state: "succeeded" as const };
}
