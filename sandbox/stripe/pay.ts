import type Stripe from "stripe";
import { stripeId } from "../ids";
import type { World } from "../world";
import type { CardForm } from "./card-form";
import { AUTHENTICATION_FAILED, behaviourOf, type CardSummary, type Decline } from "./cards";
import { emit } from "./events";
import { sweepExpired } from "./expire";
import { buildBalanceTransaction } from "./objects/balance-transaction";
import { buildCharge } from "./objects/charge";
import { buildIntent, paymentError } from "./objects/intent";
import type { Buyer, StoredSession } from "./session-store";

export type Outcome =
  | { kind: "paid" }
  | { kind: "challenge" }
  | { kind: "declined"; decline: Decline }
  /** Somebody else finished it first, or its time was over. */
  | { kind: "closed" };

/**
 * Tries to pay a session. Nothing in here waits, so that of two payers at the same moment the second finds it closed.
 */
export function attemptPayment(world: World, stored: StoredSession, form: CardForm): Outcome {
  sweepExpired(world);
  if (stored.object.status !== "open") return { kind: "closed" };
  const intent = intentOf(world, stored);
  intent.payment_method = stripeId("pm");
  const behaviour = behaviourOf(form.digits);
  if (behaviour.kind === "declines") {
    const { decline } = behaviour;
    const charge = buildCharge({ ...form, intent, decline, authenticated: false, created: world.seconds() });
    world.state.charges[charge.id] = charge;
    intent.latest_charge = charge.id;
    emit(world, "charge.failed", charge);
    return refuse(world, stored, decline, charge.id);
  }
  if (behaviour.kind === "pays") return settle(world, stored, form.buyer, form.card, false);
  stored.challenge = { buyer: form.buyer, card: form.card };
  intent.status = "requires_action";
  intent.next_action = {
    type: "redirect_to_url",
    redirect_to_url: {
      url: `${world.url()}/checkout/${stored.object.id}/authenticate`,
      return_url: `${world.url()}/checkout/${stored.object.id}`,
    },
  };
  emit(world, "payment_intent.requires_action", intent);
  return { kind: "challenge" };
}

/** Ends the authentication that a card asked for. */
export function finishChallenge(world: World, stored: StoredSession, passed: boolean): Outcome {
  sweepExpired(world);
  const { challenge } = stored;
  if (stored.object.status !== "open" || !challenge) return { kind: "closed" };
  delete stored.challenge;
  if (passed) return settle(world, stored, challenge.buyer, challenge.card, true);
  return refuse(world, stored, AUTHENTICATION_FAILED, undefined);
}

function intentOf(world: World, stored: StoredSession): Stripe.PaymentIntent {
  const { object: session } = stored;
  const known = typeof session.payment_intent === "string" && world.state.intents[session.payment_intent];
  if (known) return known;
  const intent = buildIntent(stored, world.seconds());
  world.state.intents[intent.id] = intent;
  session.payment_intent = intent.id;
  return intent;
}

function refuse(world: World, stored: StoredSession, decline: Decline, charge: string | undefined): Outcome {
  const intent = intentOf(world, stored);
  delete stored.challenge;
  intent.status = "requires_payment_method";
  intent.payment_method = null;
  intent.next_action = null;
  intent.last_payment_error = paymentError(decline, charge);
  emit(world, "payment_intent.payment_failed", intent);
  return { kind: "declined", decline };
}

function settle(
  world: World,
  stored: StoredSession,
  buyer: Buyer,
  card: CardSummary,
  authenticated: boolean,
): Outcome {
  const { object: session } = stored;
  const created = world.seconds();
  const intent = intentOf(world, stored);
  const charge = buildCharge({ intent, buyer, card, authenticated, created });
  const movement = buildBalanceTransaction({
    type: "charge",
    amount: BigInt(charge.amount),
    currency: charge.currency,
    source: charge.id,
    created,
    description: charge.description,
  });
  charge.balance_transaction = movement.id;
  world.state.charges[charge.id] = charge;
  world.state.balanceTransactions[movement.id] = movement;

  intent.status = "succeeded";
  intent.amount_received = intent.amount;
  intent.latest_charge = charge.id;
  intent.next_action = null;
  intent.last_payment_error = null;

  session.status = "complete";
  session.payment_status = "paid";
  session.url = null;
  session.customer_details = {
    address: null,
    business_name: null,
    email: buyer.email,
    individual_name: null,
    name: buyer.name,
    phone: null,
    tax_exempt: "none",
    tax_ids: [],
  };
  emit(world, "payment_intent.succeeded", intent);
  emit(world, "charge.succeeded", charge);
  emit(world, "checkout.session.completed", session);
  return { kind: "paid" };
}
