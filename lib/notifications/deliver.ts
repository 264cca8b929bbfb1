import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { deliveries, domainEvents } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import type { Ctx } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { sendEmail } from "./channels/email";
import { messageOf } from "./messages";

const DeliveryInput = z.object({ id: z.uuid() });

const compose = verb("notification.send", DeliveryInput, async (tx, ctx, { id }) => {
  ctx.unchanged();
  const [row] = await tx
    .select({ delivery: deliveries, event: domainEvents })
    .from(deliveries)
    .innerJoin(domainEvents, eq(domainEvents.id, deliveries.eventId))
    .where(eq(deliveries.id, id));
  if (!row) throw notFound();
  // A recipient that was erased is no address any more.
  if (row.delivery.state === "sent" || !row.delivery.recipient.includes("@")) return null;
  const message = messageOf(row.delivery.template);
  if (!message) throw new Error(`There is no message ${row.delivery.template}`);
  return message.compose(tx, row.event, row.delivery.recipient);
});

const OutcomeInput = DeliveryInput.extend({
  providerId: z.string().nullable(),
  problem: z.string().nullable(),
});

const noteOutcome = verb("notification.send", OutcomeInput, async (tx, ctx, { id, providerId, problem }) => {
  ctx.unchanged();
  await tx
    .update(deliveries)
    .set({
      state: problem === null ? "sent" : "failed",
      providerId,
      problem,
      attempts: sql`${deliveries.attempts} + 1`,
      sentAt: problem === null ? clock.now() : null,
    })
    .where(eq(deliveries.id, id));
});

/**
 * Sends one delivery outside of any transaction and notes how it went. The delivery's id is the idempotency key,
 * so that a crash between sending and noting sends nothing twice.
 * @throws Error with the provider's reason, for the queue to try again
 */
export async function deliver(ctx: Ctx, input: { id: string }): Promise<void> {
  const email = await compose(ctx, input);
  if (!email) return;
  let providerId: string | null;
  try {
    providerId = await sendEmail(email, input.id);
  } catch (error) {
    const problem = error instanceof Error ? error.message.slice(0, 500) : "unknown";
    await noteOutcome(ctx, { id: input.id, providerId: null, problem });
    throw error;
  }
  await noteOutcome(ctx, { id: input.id, providerId, problem: null });
}
