import { eq } from "drizzle-orm";
import { refundRequests } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { conflict } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { refundableOf } from "./book-refund";
import { giveBack } from "./give-back";
import { dateProblem } from "./rules";
import { ApproveRefundInput } from "./schemas";
import { tellRequest } from "./tell-request";
import { lockRequest, personOf } from "./waiting-request";

/**
 * Approves a refund that somebody else asked for, and books it with that: the refund has the request's id. What the
 * payment can give back is asked anew; when it is no longer enough the request stays.
 * @throws DomainError not_found; conflict `doneBefore`, `ownRequest`, `paymentReversed`, `periodLocked`, `balanceChanged`
 * when something else can be refunded than the person saw, `overRefunded` when it is less than what was asked for
 */
export const approveRefund = verb("refund.approve", ApproveRefundInput, async (tx, ctx, input) => {
  const { request, locked } = await lockRequest(tx, input.id);
  const { payment, organization, today } = locked;
  const decidedBy = personOf(ctx);
  if (request.requestedBy === decidedBy) throw conflict("ownRequest");
  if (payment.reversedOn) throw conflict("paymentReversed");
  const refundableMinor = refundableOf(locked);
  if (refundableMinor !== input.refundable) throw conflict("balanceChanged");
  const { id, amountMinor, method, reason } = request;
  if (amountMinor > refundableMinor) throw conflict("overRefunded");
  const online = method === "online";
  const refundedOn = online ? today : request.refundedOn;
  const problem = dateProblem(refundedOn, { today, booksClosedOn: organization.booksClosedOn });
  if (problem) throw conflict(problem);

  await tx
    .update(refundRequests)
    .set({ state: "approved", decidedBy, decidedAt: clock.now() })
    .where(eq(refundRequests.id, id));
  await ctx.audit({
    action: "refund.approve",
    subjectType: "payment",
    subjectId: payment.id,
    before: { state: "pending" },
    after: { refundId: id, state: "approved", amountMinor, requestedBy: request.requestedBy },
  });
  await tellRequest(ctx, "refund.approved", request);
  const state = online ? "pending" : "succeeded";
  await giveBack(tx, ctx, locked, {
    id,
    amountMinor,
    method,
    refundedOn,
    reason,
    state,
    recordedBy: decidedBy,
  });
  return { id, state };
});
