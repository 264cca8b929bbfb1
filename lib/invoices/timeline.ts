import { desc, eq } from "drizzle-orm";
import { deliveries, domainEvents, users } from "@/db/schema";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";
import { InvoiceIdInput } from "./schemas";

/** Everything that happened to an invoice, newest first, with who did it; and how its messages fared. */
export const invoiceTimeline = query("overview.read", InvoiceIdInput, async (tx, _ctx, { id }) => {
  const [events, messages] = await together([
    tx
      .select({
        id: domainEvents.id,
        type: domainEvents.type,
        payload: domainEvents.payload,
        actorKind: domainEvents.actorKind,
        actorName: users.name,
        createdAt: domainEvents.createdAt,
      })
      .from(domainEvents)
      .leftJoin(users, eq(users.id, domainEvents.actorId))
      .where(eq(domainEvents.invoiceId, id))
      .orderBy(desc(domainEvents.id))
      .limit(200),
    tx.select().from(deliveries).where(eq(deliveries.invoiceId, id)).orderBy(desc(deliveries.id)).limit(100),
  ]);
  return { events, deliveries: messages };
});
