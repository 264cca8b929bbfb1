import { eq } from "drizzle-orm";
import { refundRequests } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { conflict } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { RefuseRefundInput } from "./schemas";
import { tellRequest } from "./tell-request";
import { lockRequest, personOf } from "./waiting-request";

/**
 * Refuses a refund that somebody else asked for, saying why. Nothing was booked, and nothing is.
 * @throws DomainError not_found; conflict `doneBefore`, `ownRequest`
 */
export const refuseRefund = verb("refund.approve", RefuseRefundInput, async (tx, ctx, { id, refusal }) => {
  const { request } = await lockRequest(tx, id);
  const decidedBy = personOf(ctx);
  if (request.requestedBy === decidedBy) throw conflict("ownRequest");
  await tx
    .update(refundRequests)
    .set({ state: "refused", decidedBy, decidedAt: clock.now(), refusal })
    .where(eq(refundRequests.id, id));
  await ctx.audit({
    action: "refund.refuse",
    subjectType: "payment",
    subjectId: request.paymentId,
    before: { state: "pending" },
    after: { refundId: id, state: "refused", refusal },
  });
  await tellRequest(ctx, "refund.refused", request);
  return { id };
});
