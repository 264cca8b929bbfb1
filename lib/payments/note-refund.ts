import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { journalEntries, journalLines, refunds } from "@/db/schema";
import type { AccountCode } from "@/lib/ledger/accounts";
import { post } from "@/lib/ledger/post";
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
  if (moves && state === "failed") await takeBooking(tx, locked, refund);
  await ctx.audit({
    action: "payment.settle_refund",
    subjectType: "payment",
    subjectId: refund.paymentId,
    before: { state: refund.state },
    after: { refundId: refund.id, ...after },
  });
  if (moves) await tellRefund(tx, ctx, { ...refund, state });
}

/** Posts the opposite of what the refund posted: the client has its credit again. */
async function takeBooking(tx: Tx, { payment, today }: LockedPayment, refund: Refund): Promise<void> {
  const lines = await tx
    .select({
      account: journalLines.accountCode,
      amountMinor: journalLines.amountMinor,
      baseMinor: journalLines.baseMinor,
    })
    .from(journalEntries)
    .innerJoin(
      journalLines,
      and(
        eq(journalLines.organizationId, journalEntries.organizationId),
        eq(journalLines.entryId, journalEntries.id),
      ),
    )
    .where(and(eq(journalEntries.kind, "refund.issued"), eq(journalEntries.sourceId, refund.id)));
  await post(tx, {
    kind: "refund.failed",
    sourceId: refund.id,
    postedOn: today,
    currency: refund.currency,
    clientId: payment.clientId,
    postings: lines.map((line) => ({
      account: line.account as AccountCode,
      amountMinor: -line.amountMinor,
      baseMinor: -line.baseMinor,
      paymentId: payment.id,
    })),
  });
}
