import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { organizations, webhookInbox, webhookRejections } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { organizationOf } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/queue";
import { verb } from "@/lib/platform/verb";
import { sealPayload } from "./event-payload";

const ReceiveInput = z.object({
  gateway: z.string(),
  eventId: z.string(),
  eventType: z.string(),
  payload: z.record(z.string(), z.unknown()),
});

/** Stores a verified event and queues its processing; a replay is counted on the row that is there. */
export const receiveWebhook = verb(
  "webhook.receive",
  ReceiveInput,
  async (tx, ctx, { gateway, eventId, eventType, payload }) => {
    const id = newId();
    const payloadSealed = sealPayload({ id, organizationId: organizationOf(ctx) }, payload);
    const [stored] = await tx
      .insert(webhookInbox)
      .values({ id, gateway, eventId, eventType, payloadSealed, receivedAt: clock.now() })
      .onConflictDoNothing()
      .returning({ id: webhookInbox.id });
    if (!stored) {
      ctx.unchanged();
      await tx
        .update(webhookInbox)
        .set({ duplicates: sql`${webhookInbox.duplicates} + 1` })
        .where(and(eq(webhookInbox.gateway, gateway), eq(webhookInbox.eventId, eventId)));
      return { duplicate: true };
    }
    await enqueue(tx, "webhook", { organizationId: ctx.actor.organizationId, id });
    await ctx.audit({
      action: "webhook.receive",
      subjectType: "webhook",
      subjectId: id,
      after: { gateway, eventId, eventType },
    });
    return { duplicate: false };
  },
);

/** Counts a request that the gateway did not sign, or signed at another time. Its body is not kept. */
export const rejectWebhook = verb(
  "webhook.receive",
  z.object({ gateway: z.string(), reason: z.string() }),
  async (tx, ctx, { gateway, reason }) => {
    const [organization] = await tx.select({ id: organizations.id }).from(organizations);
    if (!organization) throw notFound();
    const now = clock.now();
    const hour = new Date(now);
    hour.setUTCMinutes(0, 0, 0);
    // Counted in its own table instead of the audit log, which a stranger could fill.
    ctx.unchanged();
    await tx
      .insert(webhookRejections)
      .values({ gateway, reason, hour, lastAt: now, lastIp: ctx.ip })
      .onConflictDoUpdate({
        target: [
          webhookRejections.organizationId,
          webhookRejections.gateway,
          webhookRejections.reason,
          webhookRejections.hour,
        ],
        set: { count: sql`${webhookRejections.count} + 1`, lastAt: now, lastIp: ctx.ip },
      });
  },
);
