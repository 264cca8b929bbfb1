import type Stripe from "stripe";
import { stripeId } from "../../ids";
import { processingFee, toWire } from "../amount";

const TWO_DAYS = 2 * 24 * 60 * 60;

interface Movement {
  type: "charge" | "refund";
  /** Minor units; negative when money leaves. */
  amount: bigint;
  currency: string;
  source: string;
  created: number;
  description: string | null;
}

/** What a payment or refund does to the balance. Fees are kept from payments and not given back. */
export function buildBalanceTransaction(movement: Movement): Stripe.BalanceTransaction {
  const { type, amount, currency, source, created, description } = movement;
  const fee = type === "charge" ? processingFee(amount) : 0n;
  const detail = {
    amount: toWire(fee),
    application: null,
    currency,
    description: "Processing fees",
    type: "stripe_fee",
  };
  return {
    id: stripeId("txn"),
    object: "balance_transaction",
    amount: toWire(amount),
    available_on: created + TWO_DAYS,
    balance_type: "payments",
    created,
    currency,
    description,
    exchange_rate: null,
    fee: toWire(fee),
    fee_details: fee > 0n ? [detail] : [],
    net: toWire(amount - fee),
    reporting_category: type,
    source,
    status: "pending",
    type,
  };
}
