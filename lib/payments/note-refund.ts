import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { refunds } from "@/db/schema";
import { reverseEntry } from "@/lib/ledger/reverse";
import { clock } from "@/lib/platform/clock";
import type { VerbCtx } from "@/lib/platform/verb";
import type { RefundOutcome } from "./gateways/gateway";
import type { LockedPayment } from "./load";
import { tellRefund } from "./tell-refund";

type Refund = typeof refunds.$inferSelect;
/** A refund that the gateway refused has no id there. */
type Outcome = Omit<RefundOutcome, "gatewayRefundId"> & { gatewayRefundId: string | null };

/** A refund moves on from pending, and from succeeded to failed; whatever else is told comes late and changes nothing. */
export async function noteOutcome(
  tx: Tx,
  ctx: VerbCtx,
  locked: LockedPayment,
  refund: Refund,
  { gatewayRefundId, state, problem }: Outcome,
): Promise<void> {
  const moves = refund.state !== state && refund.state !== "failed" && state !== "pending";
  if (!moves && (refund.gatewayRefundId || !gatewayRefundId || refund.state === "failed")) return;
  const after = {
    state: moves ? state : refund.state,
    gatewayRefundId: refund.gatewayRefundId ?? gatewayRefundId,
    problem: moves ? problem : refund.problem,
  };
  await tx
    .update(refunds)
    .set({ ...after, updatedAt: clock.now() })
    .where(eq(refunds.id, refund.id));
  // The client has its credit again.
  if (moves && state === "failed")
    await reverseEntry(tx, {
      of: "refund.issued",
      as: "refund.failed",
      sourceId: refund.id,
      on: locked.today,
    });
  await ctx.audit({
    action: "payment.settle_refund",
    subjectType: "payment",
    subjectId: refund.paymentId,
    before: { state: refund.state },
    after: { refundId: refund.id, ...after },
  });
  if (moves) await tellRefund(tx, ctx, { ...refund, state });
}
