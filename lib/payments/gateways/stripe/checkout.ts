import Stripe from "stripe";
import { type Checkout, type CheckoutRequest, GatewayRefused } from "../gateway";
import { toStripe } from "./amounts";
import { stripe } from "./client";
import { meaningOf } from "./errors";

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
  const { sessions } = stripe().checkout;
  try {
    return (await sessions.expire(sessionId)).status === "expired";
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw meaningOf(error);
    // Only an open one can be expired; one that does not exist takes no money either.
    if (error.code === "resource_missing") return true;
    return sessions.retrieve(sessionId).then(
      ({ status }) => status === "expired",
      (cause: unknown) => Promise.reject(meaningOf(cause)),
    );
  }
}
