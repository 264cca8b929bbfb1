import { z } from "zod";
import { jsonBody, wantsForm } from "../http/body";
import { HttpError } from "../http/error";
import { json, redirect } from "../http/reply";
import type { Route } from "../http/router";
import { stripeId } from "../ids";
import { buildEvent } from "../stripe/events";
import type { World } from "../world";
import { type Delivery, newDelivery } from "./delivery";

const LIMIT = 256 * 1024;

/** A webhook made by hand, right or wrong in any way. */
const CustomWebhook = z.strictObject({
  type: z.string().min(1).max(200),
  /** What the event is about; sent as it is. */
  object: z.record(z.string(), z.unknown()),
  /** Fills `{organization_id}` of the endpoint; else the object's metadata does. */
  organization_id: z.string().min(1).max(200).optional(),
  event_id: z.string().min(1).max(200).optional(),
  /** Unix seconds at which the event claims to have happened. */
  created: z.number().int().optional(),
  /** Seconds to add to the time of signing: negative for an old signature. */
  timestamp_offset: z.number().int().min(-1_000_000_000).max(1_000_000_000).optional(),
  /** Sign with this secret instead of the right one. */
  secret: z.string().min(1).max(200).optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  livemode: z.boolean().optional(),
});

const view = ({ secret: _secret, ...rest }: Delivery) => rest;

/** `/api/webhooks`: what was sent, sending again, and sending anything. */
export function webhookRoutes(world: World): Route[] {
  const { deliveries } = world.state;
  return [
    {
      method: "GET",
      path: "/api/webhooks",
      handle: () => json(200, { deliveries: Object.values(deliveries).reverse().map(view) }),
    },
    {
      method: "POST",
      path: "/api/webhooks/send",
      limit: LIMIT,
      handle: async (call) => {
        const parsed = CustomWebhook.safeParse(jsonBody(call));
        if (!parsed.success) return json(400, { error: "invalid_webhook", issues: parsed.error.issues });
        const delivery = custom(world, parsed.data);
        const attempt = await world.webhooks.sendNow(delivery);
        return json(200, { event_id: delivery.eventId, delivery: view(delivery), attempt });
      },
    },
    {
      method: "POST",
      path: "/api/webhooks/:id/resend",
      handle: async (call) => {
        const delivery = deliveries[call.params.id ?? ""];
        if (!delivery) throw new HttpError(404, "not_found", "There is no such webhook.");
        const attempt = await world.webhooks.sendNow(delivery);
        return wantsForm(call) ? redirect("/#webhooks") : json(200, { delivery: view(delivery), attempt });
      },
    },
  ];
}

function custom(world: World, input: z.output<typeof CustomWebhook>): Delivery {
  const event = {
    ...buildEvent(world, input.type, input.object, {
      id: input.event_id ?? stripeId("evt"),
      ...(input.created !== undefined && { created: input.created }),
    }),
    ...(input.livemode !== undefined && { livemode: input.livemode }),
  };
  const { metadata } = input.object;
  const named = typeof metadata === "object" && metadata && "organization_id" in metadata;
  const organizationId = input.organization_id ?? (named ? String(metadata.organization_id) : undefined);
  return newDelivery({
    eventId: event.id,
    type: event.type,
    organizationId: organizationId ?? null,
    payload: JSON.stringify(event, null, 2),
    createdAt: world.settings.now(),
    once: true,
    ...(input.url && { url: input.url }),
    ...(input.secret && { secret: input.secret }),
    ...(input.timestamp_offset && { offset: input.timestamp_offset }),
  });
}
