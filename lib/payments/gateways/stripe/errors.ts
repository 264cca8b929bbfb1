import Stripe from "stripe";
import { GatewayFailed, GatewayRefused, GatewayUnanswered } from "../gateway";

/** Answers that say "not now": the request was not acted upon, and the same key may be used again. */
const NOT_NOW = [409, 429];

/** What an error of Stripe's SDK means to us; others stay what they are. */
export function meaningOf(error: unknown): unknown {
  if (error instanceof RangeError) return new GatewayRefused(error.message);
  if (!(error instanceof Stripe.errors.StripeError)) return error;
  const { statusCode, message } = error;
  if (statusCode === undefined || NOT_NOW.includes(statusCode)) return new GatewayUnanswered(message);
  // A key keeps its first answer for a day, faults included: https://docs.stripe.com/api/idempotent_requests.
  return statusCode >= 500 ? new GatewayFailed(message) : new GatewayRefused(message);
}
