import { eq } from "drizzle-orm";
import { refundRequests } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { conflict } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { RequestIdInput } from "./schemas";
import { tellRequest } from "./tell-request";
import { lockRequest, personOf } from "./waiting-request";

/**
 * Takes one's own request for a refund back while it waits.
 * @throws DomainError not_found; conflict `doneBefore`, `othersRequest`
 */
export const withdrawRefund = verb("payment.refund", RequestIdInput, async (tx, ctx, { id }) => {
  const { request } = await lockRequest(tx, id);
  if (request.requestedBy !== personOf(ctx)) throw conflict("othersRequest");
  await tx
    .update(refundRequests)
    .set({ state: "withdrawn", decidedAt: clock.now() })
    .where(eq(refundRequests.id, id));
  await ctx.audit({
    action: "refund.withdraw",
    subjectType: "payment",
    subjectId: request.paymentId,
    before: { state: "pending" },
    after: { refundId: id, state: "withdrawn" },
  });
  await tellRequest(ctx, "refund.withdrawn", request);
  return { id };
});
