import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { refundRequests } from "@/db/schema";
import { conflict } from "@/lib/platform/errors";
import type { VerbCtx } from "@/lib/platform/verb";
import type { NewRefund } from "./book-refund";
import type { LockedPayment } from "./load";
import { tellRequest } from "./tell-request";

/**
 * Notes a refund that somebody else has to approve. Nothing is booked and no gateway is asked; one waits per payment.
 * @throws DomainError conflict `refundWaits`
 */
export async function requestRefund(
  tx: Tx,
  ctx: VerbCtx,
  { payment }: LockedPayment,
  refund: NewRefund,
): Promise<void> {
  if (ctx.actor.kind !== "user") throw new Error("Only a person asks for a refund");
  const waits = and(eq(refundRequests.paymentId, payment.id), eq(refundRequests.state, "pending"));
  const [other] = await tx.select({ id: refundRequests.id }).from(refundRequests).where(waits);
  if (other) throw conflict("refundWaits");
  const { id, amountMinor, method, refundedOn, reason } = refund;
  const asked = { amountMinor, currency: payment.currency, method, refundedOn, reason };
  const [request] = await tx
    .insert(refundRequests)
    .values({ id, paymentId: payment.id, ...asked, requestedBy: ctx.actor.userId })
    .returning();
  if (!request) throw new Error("The request was not stored");
  await ctx.audit({
    action: "refund.request",
    subjectType: "payment",
    subjectId: payment.id,
    after: { refundId: id, ...asked },
  });
  await tellRequest(ctx, "refund.requested", request);
}
