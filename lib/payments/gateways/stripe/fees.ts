import { z } from "zod";
import { isCurrency } from "@/lib/core/currencies";
import { type GatewayFee, GatewayRefused } from "../gateway";
import { fromStripe } from "./amounts";
import { stripe } from "./client";
import { meaningOf } from "./errors";

const Transaction = z.looseObject({ fee: z.int().nonnegative(), currency: z.string() });
const Charge = z.looseObject({ balance_transaction: Transaction.nullish() });
const Intent = z.looseObject({ latest_charge: Charge.nullish() });

/**
 * What Stripe kept of a payment, in the currency in which it settles; null while it does not know yet, for it may
 * capture later than it says that it was paid: https://docs.stripe.com/payments/payment-intents/asynchronous-capture.
 * @throws GatewayRefused, GatewayFailed, GatewayUnanswered
 */
export async function feeAtStripe(paymentId: string): Promise<GatewayFee | null> {
  try {
    const answer = await stripe().paymentIntents.retrieve(paymentId, {
      expand: ["latest_charge.balance_transaction"],
    });
    const transaction = Intent.parse(answer).latest_charge?.balance_transaction;
    if (!transaction) return null;
    const currency = transaction.currency.toUpperCase();
    if (!isCurrency(currency)) throw new GatewayRefused(`Stripe settles in ${currency}`);
    return { amountMinor: fromStripe(transaction.fee, currency), currency };
  } catch (error) {
    throw meaningOf(error);
  }
}
