import { sql } from "drizzle-orm";
import {
  bigint,
  customType,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, organizationId } from "../columns";
import { organizations } from "./organizations";

/** A SHA-256 of 32 bytes. */
const digest = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Who did what, when, from where; before → after. Append-only. */
export const auditLog = pgTable(
  "audit_log",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: uuid("subject_id").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: uuid("actor_id"),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
    requestId: text("request_id"),
    ip: text("ip"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("audit_log_subject").on(t.organizationId, t.subjectId, t.id),
    index("audit_log_actor").on(t.organizationId, t.actorId, t.id),
    index("audit_log_time").on(t.organizationId, t.createdAt),
    index("audit_log_action").on(t.organizationId, t.action, t.id),
  ],
);

/**
 * The links of each organization's chain of audit entries, in the order in which they were sealed. Written by
 * `cf.seal_audit` alone; `lib/audit/chain.ts` says what the hashes are of. Append-only.
 */
export const auditChain = pgTable(
  "audit_chain",
  {
    organizationId: organizationId().references(() => organizations.id),
    /** 1, 2, 3, … without a gap. */
    seq: bigint("seq", { mode: "number" }).notNull(),
    entryId: uuid("entry_id").notNull(),
    entryHash: digest("entry_hash").notNull(),
    hash: digest("hash").notNull(),
    sealedAt: instant("sealed_at").notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.seq] }),
    unique("audit_chain_entry").on(t.organizationId, t.entryId),
    foreignKey({
      columns: [t.organizationId, t.entryId],
      foreignColumns: [auditLog.organizationId, auditLog.id],
    }),
  ],
);

/** Entries that wait for their link. Written by a trigger alone, emptied by `cf.seal_audit`: without keys of its own to look up. */
export const auditUnsealed = pgTable(
  "audit_unsealed",
  {
    organizationId: organizationId(),
    entryId: uuid("entry_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.entryId] })],
);
