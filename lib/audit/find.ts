import { and, asc, desc, eq, gt, gte, ilike, inArray, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { auditChain, auditLog, clients, invitations, invoices, organizations, users } from "@/db/schema";
import { masked } from "@/lib/core/masked";
import { type AuditPage, otherActors } from "./schemas";

const members = alias(users, "members");

// Who signs in or joins is nobody before, and is the subject of that entry.
const actor = sql<
  string | null
>`coalesce(${auditLog.actorId}, case when ${auditLog.subjectType} = 'user' then ${auditLog.subjectId} end)`;

const isSubject = (table: typeof invitations | typeof clients | typeof invoices) =>
  and(eq(table.organizationId, auditLog.organizationId), eq(table.id, auditLog.subjectId));

type Asked = Partial<z.output<typeof AuditPage>>;

/** Entries that fit, newest first (oldest first after a key), with who and what they are about in the reader's words. */
export async function findEntries(tx: Tx, asked: Asked & { id?: string }, limit: number) {
  const rows = await tx
    .select({
      entry: auditLog,
      actorName: users.name,
      /** A name, an address or a number. */
      subject: sql<
        string | null
      >`coalesce(${members.name}, ${invitations.email}, ${clients.name}, ${invoices.number}, ${organizations.name})`,
      /** Its place in the chain; null until it is sealed. */
      seq: auditChain.seq,
    })
    .from(auditLog)
    .leftJoin(users, eq(users.id, actor))
    .leftJoin(members, eq(members.id, auditLog.subjectId))
    .leftJoin(invitations, isSubject(invitations))
    .leftJoin(clients, isSubject(clients))
    .leftJoin(invoices, isSubject(invoices))
    .leftJoin(organizations, eq(organizations.id, auditLog.subjectId))
    .leftJoin(
      auditChain,
      and(eq(auditChain.organizationId, auditLog.organizationId), eq(auditChain.entryId, auditLog.id)),
    )
    .where(
      and(
        asked.id ? eq(auditLog.id, asked.id) : undefined,
        asked.who ? by(asked.who) : undefined,
        asked.action ? eq(auditLog.action, asked.action) : undefined,
        asked.subject ? eq(auditLog.subjectId, asked.subject) : undefined,
        asked.search ? inArray(auditLog.subjectId, named(tx, asked.search)) : undefined,
        asked.from ? gte(auditLog.createdAt, midnight(asked.from, 0)) : undefined,
        asked.to ? lt(auditLog.createdAt, midnight(asked.to, 1)) : undefined,
        asked.before ? lt(auditLog.id, asked.before) : undefined,
        asked.after ? gt(auditLog.id, asked.after) : undefined,
      ),
    )
    .orderBy(asked.after ? asc(auditLog.id) : desc(auditLog.id))
    .limit(limit);
  // Entries of the time before the list of sensitive fields hold some of them.
  return rows.map((row) => ({
    ...row,
    entry: {
      ...row.entry,
      before: masked(row.entry.before, row.entry.subjectType),
      after: masked(row.entry.after, row.entry.subjectType),
    },
  }));
}

export type AuditRow = Awaited<ReturnType<typeof findEntries>>[number];

const isOther = (who: string) => (otherActors as readonly string[]).includes(who);

function by(who: string): SQL | undefined {
  // Who signs in or joins counts as who that is, not as nobody.
  if (isOther(who)) return and(eq(auditLog.actorKind, who), ne(auditLog.subjectType, "user"));
  const itself = and(isNull(auditLog.actorId), eq(auditLog.subjectType, "user"), eq(auditLog.subjectId, who));
  return or(eq(auditLog.actorId, who), itself);
}

/** The ids of what has such a number, name or address. */
function named(tx: Tx, search: string) {
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return tx
    .select({ id: invoices.id })
    .from(invoices)
    .where(ilike(invoices.number, pattern))
    .unionAll(tx.select({ id: clients.id }).from(clients).where(ilike(clients.name, pattern)))
    .unionAll(tx.select({ id: invitations.id }).from(invitations).where(ilike(invitations.email, pattern)))
    .unionAll(
      tx
        .select({ id: users.id })
        .from(users)
        .where(or(ilike(users.name, pattern), ilike(users.email, pattern))),
    );
}

/** The instant at which a day begins where the organization is, so many days later. */
const midnight = (day: string, days: number) =>
  sql`((${day}::date + ${days}::int)::timestamp at time zone (select time_zone from ${organizations} where id = cf.org()))`;
