import type Stripe from "stripe";
import { randomText, stripeId } from "../../ids";
import type { Decline } from "../cards";
import type { StoredSession } from "../session-store";

/** The payment intent that appears when somebody first tries to pay a session. */
export function buildIntent(stored: StoredSession, created: number): Stripe.PaymentIntent {
  const { object: session, wishes } = stored;
  const id = stripeId("pi");
  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: session.amount_total ?? 0,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: "automatic",
    created,
    currency: session.currency ?? "",
    customer: session.customer,
    customer_account: null,
    description: wishes.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: { ...wishes.metadata },
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ["card"],
    payment_record: null,
    processing: null,
    receipt_email: wishes.receipt_email,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: wishes.statement_descriptor,
    statement_descriptor_suffix: wishes.statement_descriptor_suffix,
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: null,
  };
}

/** A card error as it stays on the intent. */
export function paymentError(
  decline: Decline,
  charge: string | undefined,
): Stripe.PaymentIntent.LastPaymentError {
  return {
    type: "card_error",
    code: decline.code,
    decline_code: decline.declineCode,
    message: decline.message,
    doc_url: `https://stripe.com/docs/error-codes/${decline.code}`,
    ...(charge && { charge }),
  };
}
