import { eq } from "drizzle-orm";
import type { z } from "zod";
import { refunds } from "@/db/schema";
import { conflict, invalid } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/queue";
import { verb } from "@/lib/platform/verb";
import { bookRefund, refundableOf } from "./book-refund";
import { type LockedPayment, lockPayment } from "./load";
import { dateProblem, minorOf } from "./rules";
import { RefundPaymentInput } from "./schemas";
import { tellRefund } from "./tell-refund";

/**
 * Gives a payment back, wholly or in part: first what is left of it, then from its invoices, the latest first, which
 * owe that much again. By hand it is done at once; online it is booked as pending, and a job asks the gateway after the
 * commit. The same id sent twice refunds once.
 * @throws DomainError invalid `overRefunded` beside the amount, `inFuture`, `periodLocked`, `beforePayment` beside the
 * date, `required` without a method; conflict `paymentReversed`, `alreadyExists`, and `balanceChanged` when something
 * else can be refunded than the person saw
 */
export const refundPayment = verb("payment.refund", RefundPaymentInput, async (tx, ctx, input) => {
  const { id, paymentId } = input;
  const locked = await lockPayment(tx, paymentId);
  const { payment } = locked;
  const amountMinor = minorOf("amount", input.amount, payment.currency);
  const [known] = await tx.select().from(refunds).where(eq(refunds.id, id));
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
  await bookRefund(tx, ctx, locked, refund);
  await tellRefund(tx, ctx, { ...refund, paymentId, currency: payment.currency });
  if (refund.state === "pending") await enqueue(tx, "refund", { organizationId: payment.organizationId, id });
  return { id, state: refund.state };
});

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
