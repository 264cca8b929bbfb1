import type Stripe from "stripe";
import { stripeId } from "../ids";
import type { World } from "../world";
import { toWire } from "./amount";
import { checkChargeable } from "./currencies";
import { badParam, noSuch, StripeError } from "./errors";
import { expireSession } from "./expire";
import { buildLineItem, buildSession } from "./objects/session";
import { changed } from "./params/metadata";
import type { SessionParams } from "./params/session";
import type { StoredSession } from "./session-store";

const HALF_AN_HOUR = 30 * 60;
const A_DAY = 24 * 60 * 60;

/** Opens a checkout session. */
export function createSession(world: World, params: SessionParams): Stripe.Checkout.Session {
  const created = world.seconds();
  const currency = checkCurrencies(params);
  checkCustomer(world, params);
  const expiresAt = checkExpiry(params.expires_at, created);
  if (params.line_items.length === 0)
    throw badParam("Missing required param: line_items.", "line_items", "parameter_missing");
  const total = params.line_items.reduce(
    (sum, line) => sum + line.price_data.unit_amount * line.quantity,
    0n,
  );
  checkChargeable(total, currency, "line_items");

  const id = stripeId("cs_test", 58);
  const url = `${world.url()}/checkout/${id}`;
  const wishes = params.payment_intent_data;
  const stored: StoredSession = {
    object: buildSession(params, { id, url, created, currency, expiresAt, total: toWire(total) }),
    lineItems: params.line_items.map((line) => buildLineItem(line, created)),
    wishes: {
      description: wishes?.description ?? null,
      metadata: changed({}, wishes?.metadata),
      receipt_email: wishes?.receipt_email ?? null,
      statement_descriptor: wishes?.statement_descriptor ?? null,
      statement_descriptor_suffix: wishes?.statement_descriptor_suffix ?? null,
    },
  };
  world.state.sessions[id] = stored;
  world.changed();
  return stored.object;
}

/** @throws StripeError 404 for an unknown id */
export function getSession(world: World, id: string): StoredSession {
  const stored = Object.hasOwn(world.state.sessions, id) ? world.state.sessions[id] : undefined;
  if (!stored) throw noSuch("checkout.session", id, "session", 404);
  return stored;
}

/** @throws StripeError when the session is no longer open */
export function expireNow(world: World, id: string): Stripe.Checkout.Session {
  const stored = getSession(world, id);
  if (stored.object.status !== "open")
    throw new StripeError(
      `Only Checkout Sessions with a status in ["open"] can be expired; this one is ${stored.object.status}.`,
    );
  expireSession(world, stored);
  return stored.object;
}

function checkCurrencies(params: SessionParams): string {
  const [first] = params.line_items;
  const currency = first?.price_data.currency ?? "";
  for (const [index, line] of params.line_items.entries())
    if (line.price_data.currency !== currency)
      throw badParam(
        "All line items must have the same currency.",
        `line_items[${index}][price_data][currency]`,
      );
  if (params.currency && params.currency !== currency)
    throw badParam("The currency differs from that of the line items.", "currency");
  return currency;
}

function checkCustomer(world: World, params: SessionParams): void {
  if (params.customer && params.customer_email)
    throw badParam(
      "You may only specify one of these parameters: customer, customer_email.",
      "customer_email",
    );
  if (params.customer && !Object.hasOwn(world.state.customers, params.customer))
    throw noSuch("customer", params.customer, "customer", 400);
  if (params.customer && params.customer_creation)
    throw badParam("customer_creation can't be used together with customer.", "customer_creation");
}

function checkExpiry(wanted: bigint | undefined, created: number): number {
  if (wanted === undefined) return created + A_DAY;
  const at = toWire(wanted);
  // A minute of grace on both sides for the time the request was on its way.
  if (at < created + HALF_AN_HOUR - 60)
    throw badParam("`expires_at` must be at least 30 minutes from Checkout Session creation.", "expires_at");
  if (at > created + A_DAY + 60)
    throw badParam("`expires_at` must be less than 24 hours from Checkout Session creation.", "expires_at");
  return at;
}
