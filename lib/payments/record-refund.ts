import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { payments, refunds } from "@/db/schema";
import { conflict } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { VerbCtx } from "@/lib/platform/verb";
import { bookRefund, refundableOf } from "./book-refund";
import type { Effect } from "./gateways/gateway";
import { lockPayment } from "./load";
import { noteOutcome } from "./note-refund";
import { tellRefund } from "./tell-refund";

/** Why a gateway's refund was not recorded; shown to admins. */
export type RefundRefusal = "wrong_amount" | "wrong_currency";

/**
 * Notes what a gateway's event tells of a refund, however often and in whatever order it is told. One that we did not
 * ask for was made in the gateway's own dashboard, and is booked.
 * @throws DomainError conflict `overRefunded` while a refund of ours still holds what this one has taken
 */
export async function recordGatewayRefund(
  tx: Tx,
  ctx: VerbCtx,
  gateway: string,
  effect: Extract<Effect, { kind: "refund" }>,
): Promise<RefundRefusal | "recorded" | "ignored" | "unknown_payment"> {
  const [payment] = await tx
    .select({ id: payments.id })
    .from(payments)
    .where(and(eq(payments.gateway, gateway), eq(payments.gatewayPaymentId, effect.paymentId)));
  if (!payment) return "unknown_payment";
  const locked = await lockPayment(tx, payment.id);
  if (locked.payment.currency !== effect.currency) return "wrong_currency";
  const known = await findRefund(tx, payment.id, effect);
  if (known) {
    if (known.amountMinor !== effect.amountMinor) return "wrong_amount";
    await noteOutcome(tx, ctx, locked, known, effect);
    return "recorded";
  }
  // It never took anything.
  if (effect.state === "failed") return "ignored";
  if (effect.amountMinor > refundableOf(locked)) throw conflict("overRefunded");
  const refund = {
    id: newId(),
    amountMinor: effect.amountMinor,
    method: locked.payment.method,
    state: effect.state,
    gatewayRefundId: effect.gatewayRefundId,
    reason: null,
    refundedOn: locked.today,
    recordedBy: null,
  };
  await bookRefund(tx, ctx, locked, refund);
  await tellRefund(tx, ctx, { ...refund, paymentId: payment.id, currency: effect.currency });
  return "recorded";
}

/** The refund by its id at the gateway, or the one of ours that the gateway names and that has none yet. */
async function findRefund(tx: Tx, paymentId: string, effect: Extract<Effect, { kind: "refund" }>) {
  const rows = await tx.select().from(refunds).where(eq(refunds.paymentId, paymentId));
  return (
    rows.find(({ gatewayRefundId }) => gatewayRefundId === effect.gatewayRefundId) ??
    rows.find(
      ({ id, gatewayRefundId, state }) => id === effect.refundId && !gatewayRefundId && state !== "failed",
    )
  );
}
