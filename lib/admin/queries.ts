import { and, desc, eq, lt } from "drizzle-orm";
import { z } from "zod";
import { auditLog, users, webhookInbox, webhookRejections } from "@/db/schema";
import { id } from "@/lib/core/fields";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";

const PAGE = 50;

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

/** A page of the audit log, newest first. */
export const listAudit = query(
  "audit.read",
  z.object({ before: id.optional() }),
  async (tx, _ctx, { before }) => {
    const rows = await tx
      .select({ entry: auditLog, actorName: users.name })
      .from(auditLog)
      .leftJoin(users, eq(users.id, auditLog.actorId))
      .where(and(before ? lt(auditLog.id, before) : undefined))
      .orderBy(desc(auditLog.id))
      .limit(PAGE + 1);
    const page = rows.slice(0, PAGE);
    return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.entry.id ?? null) : null };
  },
);
