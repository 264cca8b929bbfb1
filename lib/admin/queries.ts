import { desc } from "drizzle-orm";
import { z } from "zod";
import { webhookInbox, webhookRejections } from "@/db/schema";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";

/** The last gateway events and what became of them, and the requests that no gateway signed. */
export const listWebhooks = query("webhook.read", z.object({}), async (tx) => {
  const [events, rejections] = await together([
    tx
      .select({
        id: webhookInbox.id,
        gateway: webhookInbox.gateway,
        eventId: webhookInbox.eventId,
        eventType: webhookInbox.eventType,
        state: webhookInbox.state,
        problem: webhookInbox.problem,
        duplicates: webhookInbox.duplicates,
        receivedAt: webhookInbox.receivedAt,
      })
      .from(webhookInbox)
      .orderBy(desc(webhookInbox.id))
      .limit(100),
    tx.select().from(webhookRejections).orderBy(desc(webhookRejections.lastAt)).limit(50),
  ]);
  return { events, rejections };
});
