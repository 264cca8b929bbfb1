import { and, desc, eq, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import {
  auditLog,
  clients,
  invitations,
  invoices,
  users,
  webhookInbox,
  webhookRejections,
} from "@/db/schema";
import { id } from "@/lib/core/fields";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";

const PAGE = 50;

const members = alias(users, "members");

// Who signs in or joins is nobody before, and is the subject of that entry.
const actor = sql`coalesce(${auditLog.actorId}, case when ${auditLog.subjectType} = 'user' then ${auditLog.subjectId} end)`;

const isSubject = (table: typeof invitations | typeof clients | typeof invoices) =>
  and(eq(table.organizationId, auditLog.organizationId), eq(table.id, auditLog.subjectId));

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
      .select({
        entry: auditLog,
        actorName: users.name,
        /** What it is about in the reader's words: a name, an address, a number. */
        subject: sql<
          string | null
        >`coalesce(${members.name}, ${invitations.email}, ${clients.name}, ${invoices.number})`,
      })
      .from(auditLog)
      .leftJoin(users, eq(users.id, actor))
      .leftJoin(members, eq(members.id, auditLog.subjectId))
      .leftJoin(invitations, isSubject(invitations))
      .leftJoin(clients, isSubject(clients))
      .leftJoin(invoices, isSubject(invoices))
      .where(and(before ? lt(auditLog.id, before) : undefined))
      .orderBy(desc(auditLog.id))
      .limit(PAGE + 1);
    const page = rows.slice(0, PAGE);
    return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.entry.id ?? null) : null };
  },
);
