import Stripe from "stripe";
import { z } from "zod";
import { isCurrency } from "@/lib/core/currencies";
import { BadSignature, type Effect, type GatewayEvent } from "../gateway";
import { fromStripe } from "./amounts";
import { stripe } from "./client";
import { interpretRefund } from "./refunds";

/** Stripe's own tolerance: https://docs.stripe.com/webhooks#replay-attacks. */
const TOLERANCE_SECONDS = 300;

const Envelope = z.looseObject({ id: z.string().min(1).max(255), type: z.string().min(1).max(255) });

/**
 * Checks signature and age, then the envelope. The SDK accepts dates in the future, which are refused here too.
 * @throws BadSignature
 */
export function readStripeEvent(
  rawBody: string,
  signature: string | null,
  secret: string,
  now: Date,
): GatewayEvent {
  const seconds = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature ?? "")?.[1]);
  if (!signature || !Number.isFinite(seconds)) throw new BadSignature("signature");
  const event = verified(rawBody, signature, secret);
  const age = now.getTime() / 1000 - seconds;
  if (age > TOLERANCE_SECONDS) throw new BadSignature("too_old");
  if (age < -TOLERANCE_SECONDS) throw new BadSignature("from_the_future");
  const parsed = Envelope.safeParse(event);
  if (!parsed.success) throw new BadSignature("not_json");
  return { id: parsed.data.id, type: parsed.data.type, payload: parsed.data };
}

// A tolerance of 0 leaves the date to the caller, whose clock decides.
function verified(rawBody: string, signature: string, secret: string): unknown {
  try {
    return stripe().webhooks.constructEvent(rawBody, signature, secret, 0);
  } catch (error) {
    throw new BadSignature(
      error instanceof Stripe.errors.StripeSignatureVerificationError ? "signature" : "not_json",
    );
  }
}

const Metadata = z.looseObject({ attempt_id: z.uuid().optional() }).nullish();

const Session = z.looseObject({
  id: z.string(),
  payment_status: z.string(),
  payment_intent: z.string().nullish(),
  amount_total: z.int().nonnegative().nullish(),
  currency: z.string().nullish(),
  metadata: Metadata,
});

const Intent = z.looseObject({ metadata: Metadata });

/** What a stored Stripe event means to us. */
export function interpretStripe(payload: Record<string, unknown>): Effect {
  const object = z.looseObject({ object: z.unknown() }).safeParse(payload.data).data?.object;
  switch (payload.type) {
    case "checkout.session.completed":
    case "checkout.session.async_payment_succeeded":
      return paid(Session.safeParse(object).data);
    case "checkout.session.expired":
      return { kind: "expired", attemptId: Session.safeParse(object).data?.metadata?.attempt_id ?? null };
    case "payment_intent.payment_failed":
      return { kind: "declined", attemptId: Intent.safeParse(object).data?.metadata?.attempt_id ?? null };
    case "refund.created":
    case "refund.updated":
    case "refund.failed":
      return interpretRefund(object);
    default:
      return { kind: "other" };
  }
}

function paid(session: z.infer<typeof Session> | undefined): Effect {
  // A completed session whose money is still on its way is told of again when it has arrived.
  if (session?.payment_status !== "paid" || !session.payment_intent) return { kind: "other" };
  const currency = (session.currency ?? "").toUpperCase();
  if (!isCurrency(currency) || session.amount_total == null) return { kind: "other" };
  return {
    kind: "paid",
    attemptId: session.metadata?.attempt_id ?? null,
    sessionId: session.id,
    paymentId: session.payment_intent,
    amountMinor: fromStripe(session.amount_total, currency),
    currency,
  };
}
