import Stripe from "stripe";
import { type Checkout, type CheckoutRequest, GatewayRefused, GatewayUnanswered } from "../gateway";
import { toStripe } from "./amounts";
import { stripe } from "./client";

/** Checkout sessions live at least 30 minutes: https://docs.stripe.com/api/checkout/sessions/create. */
export async function createStripeCheckout(request: CheckoutRequest): Promise<Checkout> {
  const metadata = {
    organization_id: request.organizationId,
    invoice_id: request.invoiceId,
    attempt_id: request.attemptId,
  };
  try {
    const session = await stripe().checkout.sessions.create(
      {
        mode: "payment",
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency: request.currency.toLowerCase(),
              unit_amount: toStripe(request.amountMinor, request.currency),
              product_data: { name: request.description },
            },
          },
        ],
        client_reference_id: request.invoiceId,
        ...(request.customerEmail ? { customer_email: request.customerEmail } : {}),
        success_url: request.successUrl,
        cancel_url: request.cancelUrl,
        metadata,
        payment_intent_data: { metadata, description: request.description },
      },
      { idempotencyKey: request.attemptId },
    );
    if (!session.url) throw new GatewayRefused("The checkout has no page");
    return { sessionId: session.id, url: session.url };
  } catch (error) {
    throw meaningOf(error);
  }
}

export async function closeStripeCheckout(sessionId: string): Promise<boolean> {
  try {
    const session = await stripe().checkout.sessions.expire(sessionId);
    return session.status === "expired";
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) {
      const session = await stripe().checkout.sessions.retrieve(sessionId);
      return session.status === "expired";
    }
    throw meaningOf(error);
  }
}

function meaningOf(error: unknown): unknown {
  if (error instanceof RangeError) return new GatewayRefused(error.message);
  if (!(error instanceof Stripe.errors.StripeError)) return error;
  const answered = error.statusCode !== undefined && error.statusCode < 500;
  return answered ? new GatewayRefused(error.message) : new GatewayUnanswered(error.message);
}
