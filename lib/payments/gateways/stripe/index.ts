import { env } from "@/lib/platform/env";
import type { Gateway } from "../gateway";
import { closeStripeCheckout, createStripeCheckout } from "./checkout";
import { interpretStripe, readStripeEvent } from "./events";
import { feeAtStripe } from "./fees";
import { refundAtStripe } from "./refunds";

export const stripeGateway: Gateway = {
  name: "stripe",
  createCheckout: createStripeCheckout,
  closeCheckout: closeStripeCheckout,
  refund: refundAtStripe,
  feeOf: feeAtStripe,
  readEvent: (rawBody, header, now) =>
    readStripeEvent(rawBody, header("stripe-signature"), env().STRIPE_WEBHOOK_SECRET, now),
  interpret: interpretStripe,
};
