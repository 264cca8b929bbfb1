import Stripe from "stripe";
import { stripeId } from "../ids";
import type { World } from "../world";

export interface Cause {
  requestId: string;
  idempotencyKey: string | null;
}

/** Something of Stripe's that events are about. */
export interface Subject {
  id: string;
  object: string;
  metadata?: Stripe.Metadata | null;
}

/** Records an event with a snapshot of its object, and sends it to the app. */
export function emit(
  world: World,
  type: string,
  subject: Subject,
  options: { cause?: Cause | undefined; previous?: object } = {},
): Stripe.EventBase {
  const event = buildEvent(world, type, structuredClone(subject), options);
  world.state.events[event.id] = event;
  world.webhooks.enqueue(event, organizationOf(world, subject));
  world.changed();
  return event;
}

export function buildEvent(
  world: World,
  type: string,
  object: object,
  options: { id?: string; created?: number; cause?: Cause | undefined; previous?: object } = {},
): Stripe.EventBase {
  return {
    id: options.id ?? stripeId("evt"),
    object: "event",
    api_version: Stripe.API_VERSION,
    created: options.created ?? world.seconds(),
    data: { object, ...(options.previous && { previous_attributes: options.previous }) },
    livemode: false,
    pending_webhooks: 1,
    request: {
      id: options.cause?.requestId ?? null,
      idempotency_key: options.cause?.idempotencyKey ?? null,
    },
    type: type as Stripe.Event.Type,
  };
}

/** Whose endpoint an event goes to: the organization named by its object, or by the payment that the object belongs to. */
export function organizationOf(world: World, subject: Subject): string | undefined {
  const own = subject.metadata?.organization_id;
  if (own) return own;
  const { intents, sessions, charges } = world.state;
  const related = subject as Subject & { payment_intent?: unknown; charge?: unknown };
  const charge = typeof related.charge === "string" ? charges[related.charge] : undefined;
  const intentId =
    subject.object === "payment_intent" ? subject.id : (related.payment_intent ?? charge?.payment_intent);
  if (typeof intentId !== "string") return undefined;
  const session = Object.values(sessions).find(({ object }) => object.payment_intent === intentId);
  return intents[intentId]?.metadata.organization_id ?? session?.object.metadata?.organization_id;
}
