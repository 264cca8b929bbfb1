import { eq } from "drizzle-orm";
import { z } from "zod";
import { payments, refunds } from "@/db/schema";
import type { Ctx } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { query } from "@/lib/platform/verb";
import { gatewayOf } from "./gateways";
import { GatewayFailed, GatewayRefused, type RefundRequest } from "./gateways/gateway";
import { settleRefund } from "./settle-refund";

const findRefund = query("refund.settle", z.object({ id: z.uuid() }), async (tx, _ctx, { id }) => {
  const [row] = await tx
    .select({ refund: refunds, payment: payments })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(refunds.id, id));
  if (!row) throw notFound();
  return row;
});

/**
 * Asks the gateway for a booked refund, outside of any transaction, and notes the outcome. Whatever the gateway has
 * answered already is not asked again.
 * @throws GatewayUnanswered when nobody knows the outcome: the refund stays pending, and the queue tries again
 */
export async function askForRefund(ctx: Ctx, input: { id: string }): Promise<void> {
  const { refund, payment } = await findRefund(ctx, input);
  if (refund.state !== "pending" || refund.gatewayRefundId) return;
  const outcome = await ask(payment.gateway ?? "", {
    organizationId: refund.organizationId,
    refundId: refund.id,
    paymentId: payment.gatewayPaymentId ?? "",
    amountMinor: refund.amountMinor,
    currency: refund.currency,
  });
  await settleRefund(ctx, { id: refund.id, paymentId: payment.id, ...outcome });
}

async function ask(gatewayName: string, request: RefundRequest) {
  const gateway = gatewayOf(gatewayName);
  if (!gateway) return { gatewayRefundId: null, state: "failed" as const, problem: "unknown_gateway" };
  try {
    return await gateway.refund(request);
  } catch (error) {
    if (!(error instanceof GatewayRefused || error instanceof GatewayFailed)) throw error;
    log.warn({ err: error, refundId: request.refundId }, "a refund was not taken");
    return { gatewayRefundId: null, state: "failed" as const, problem: error.message.slice(0, 500) };
  }
}
