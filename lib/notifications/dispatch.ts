import { eq } from "drizzle-orm";
import { z } from "zod";
import { deliveries, domainEvents } from "@/db/schema";
import { notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/queue";
import { verb } from "@/lib/platform/verb";
import { messages } from "./messages";

/** Turns an event into one delivery per person it concerns; the key on deliveries makes that happen once. */
export const dispatchEvent = verb(
  "notification.send",
  z.object({ eventId: z.uuid() }),
  async (tx, ctx, input) => {
    // Deliveries are the record of what was sent to whom.
    ctx.unchanged();
    const [event] = await tx.select().from(domainEvents).where(eq(domainEvents.id, input.eventId));
    if (!event) throw notFound();
    // Whoever it concerned was erased before it could be told.
    if (event.payload.erased) return;
    for (const message of messages.filter((candidate) => candidate.on === event.type)) {
      for (const recipient of new Set(await message.recipients(tx, event))) {
        const [delivery] = await tx
          .insert(deliveries)
          .values({
            id: newId(),
            eventId: event.id,
            invoiceId: event.invoiceId,
            channel: "email",
            template: message.template,
            recipient,
          })
          .onConflictDoNothing()
          .returning({ id: deliveries.id });
        if (delivery) await enqueue(tx, "email", { organizationId: event.organizationId, id: delivery.id });
      }
    }
  },
);
