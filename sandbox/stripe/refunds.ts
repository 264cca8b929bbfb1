import type Stripe from "stripe";
import { stripeId } from "../ids";
import type { World } from "../world";
import { readable, toWire } from "./amount";
import { badParam, noSuch, StripeError } from "./errors";
import { type Cause, emit } from "./events";
import { buildBalanceTransaction } from "./objects/balance-transaction";
import { changed } from "./params/metadata";
import type { Params } from "./params/object";
import type { refundCreate } from "./params/others";

type RefundParams = Params<typeof refundCreate>;

/**
 * Gives back a payment, wholly or in part.
 * @throws StripeError when nothing was charged, or less is left than asked for
 */
export function createRefund(world: World, params: RefundParams, cause: Cause): Stripe.Refund {
  const charge = findCharge(world, params);
  if (charge.refunded)
    throw new StripeError(`Charge ${charge.id} has already been refunded.`, {
      code: "charge_already_refunded",
    });
  const left = BigInt(charge.amount - charge.amount_refunded);
  const amount = params.amount ?? left;
  if (amount > left)
    throw new StripeError(
      `Refund amount (${readable(amount, charge.currency)}) is greater than unrefunded amount on charge (${readable(left, charge.currency)})`,
      { param: "amount" },
    );

  const created = world.seconds();
  const refund = buildRefund(charge, params, amount, created);
  const movement = buildBalanceTransaction({
    type: "refund",
    amount: -amount,
    currency: charge.currency,
    source: refund.id,
    created,
    description: charge.description,
  });
  refund.balance_transaction = movement.id;
  world.state.refunds[refund.id] = refund;
  world.state.balanceTransactions[movement.id] = movement;
  const previous = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  charge.amount_refunded += refund.amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  emit(world, "refund.created", refund, { cause });
  emit(world, "charge.refunded", charge, { cause, previous });
  emit(world, "refund.updated", refund, { cause, previous: { destination_details: null } });
  return refund;
}

function findCharge(world: World, params: RefundParams): Stripe.Charge {
  const { charges, intents } = world.state;
  if (params.charge && params.payment_intent)
    throw badParam("You may only specify one of these parameters: charge, payment_intent.", "payment_intent");
  if (!params.charge && !params.payment_intent)
    throw badParam("One of the following params should be provided: charge or payment_intent.", "charge");
  let id = params.charge ?? "";
  if (params.payment_intent) {
    const intent = intents[params.payment_intent];
    if (!intent) throw noSuch("payment_intent", params.payment_intent, "payment_intent");
    id = typeof intent.latest_charge === "string" ? intent.latest_charge : "";
    if (intent.status !== "succeeded")
      throw new StripeError(
        `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
        {
          param: "payment_intent",
        },
      );
  }
  const charge = charges[id];
  if (!charge) throw noSuch("charge", id, "charge");
  if (!charge.paid)
    throw new StripeError("This charge failed, so there is nothing to refund.", { param: "charge" });
  return charge;
}

function buildRefund(
  charge: Stripe.Charge,
  params: RefundParams,
  amount: bigint,
  created: number,
): Stripe.Refund {
  return {
    id: stripeId("re"),
    object: "refund",
    amount: toWire(amount),
    balance_transaction: null,
    charge: charge.id,
    created,
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: { card: { reference_status: "pending", type: "refund" }, type: "card" },
    metadata: changed({}, params.metadata),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: "succeeded",
    transfer_reversal: null,
  };
}
