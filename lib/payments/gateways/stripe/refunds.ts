import { z } from "zod";
import { isCurrency } from "@/lib/core/currencies";
import {
  type Effect,
  GatewayFailed,
  GatewayUnanswered,
  type RefundOutcome,
  type RefundRequest,
} from "../gateway";
import { fromStripe, toStripe } from "./amounts";
import { stripe } from "./client";
import { meaningOf } from "./errors";

const Refund = z.looseObject({
  id: z.string(),
  amount: z.int().positive(),
  currency: z.string(),
  payment_intent: z.string().nullish(),
  status: z.string().nullish(),
  failure_reason: z.string().nullish(),
  metadata: z.looseObject({ refund_id: z.uuid().optional() }).nullish(),
});

/** A refund that needs an action of the payer's is still under way: https://docs.stripe.com/refunds. */
const STATES: Record<string, RefundOutcome["state"]> = {
  succeeded: "succeeded",
  failed: "failed",
  canceled: "failed",
};

function outcomeOf(refund: z.infer<typeof Refund>): RefundOutcome {
  const state = STATES[refund.status ?? ""] ?? "pending";
  const problem = state === "failed" ? (refund.failure_reason ?? refund.status ?? "failed") : null;
  return { gatewayRefundId: refund.id, state, problem };
}

/**
 * Asks Stripe for a refund, unless it has it already: a key is forgotten after a day, and an answer of 500 may have come
 * after the work was done.
 */
export async function refundAtStripe(request: RefundRequest): Promise<RefundOutcome> {
  const known = await findAtStripe(request);
  if (known) return known;
  try {
    const refund = await stripe().refunds.create(
      {
        payment_intent: request.paymentId,
        amount: toStripe(request.amountMinor, request.currency),
        metadata: { organization_id: request.organizationId, refund_id: request.refundId },
      },
      { idempotencyKey: request.refundId },
    );
    return outcomeOf(Refund.parse(refund));
  } catch (cause) {
    const error = meaningOf(cause);
    const done = error instanceof GatewayFailed ? await findAtStripe(request) : undefined;
    if (done) return done;
    throw error;
  }
}

async function findAtStripe({ paymentId, refundId }: RefundRequest): Promise<RefundOutcome | undefined> {
  try {
    for await (const refund of stripe().refunds.list({ payment_intent: paymentId, limit: 100 }))
      if (refund.metadata?.refund_id === refundId) return outcomeOf(Refund.parse(refund));
    return undefined;
  } catch (error) {
    const meaning = meaningOf(error);
    // Not being able to look says nothing about the refund.
    throw meaning instanceof GatewayFailed ? new GatewayUnanswered(meaning.message) : meaning;
  }
}

/**
 * What an event about a refund means. `charge.refunded` does not name the refund; `refund.created`, which comes with it,
 * does: https://docs.stripe.com/changelog/acacia/2024-10-28/refund-webhook-update.
 */
export function interpretRefund(object: unknown): Effect {
  const refund = Refund.safeParse(object).data;
  const currency = (refund?.currency ?? "").toUpperCase();
  if (!refund?.payment_intent || !isCurrency(currency)) return { kind: "other" };
  return {
    kind: "refund",
    refundId: refund.metadata?.refund_id ?? null,
    paymentId: refund.payment_intent,
    amountMinor: fromStripe(refund.amount, currency),
    currency,
    ...outcomeOf(refund),
  };
}
