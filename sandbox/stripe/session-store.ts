import type Stripe from "stripe";
import type { CardSummary } from "./cards";

/** What `payment_intent_data` asked for; used when somebody first tries to pay. */
export interface IntentWishes {
  description: string | null;
  metadata: Stripe.Metadata;
  receipt_email: string | null;
  statement_descriptor: string | null;
  statement_descriptor_suffix: string | null;
}

export interface Buyer {
  email: string;
  name: string;
}

/** A checkout session with what Stripe keeps beside it. */
export interface StoredSession {
  object: Stripe.Checkout.Session;
  lineItems: WireLineItem[];
  wishes: IntentWishes;
  /** A payment that waits for the buyer to authenticate. Never holds a card number. */
  challenge?: { buyer: Buyer; card: CardSummary };
}

/** A line item as it goes over the wire, where decimals are strings. */
export type WireLineItem = Omit<Stripe.LineItem, "price"> & {
  price: Omit<Stripe.Price, "unit_amount_decimal"> & { unit_amount_decimal: string };
};
