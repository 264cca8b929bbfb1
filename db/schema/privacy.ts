import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, organizationId } from "../columns";
import { organizations } from "./organizations";
import { memberships } from "./users";

/** An archive of all that is held on a client or a person: asked for, made in the background, kept for a week. */
export const dataExports = pgTable(
  "data_exports",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    subjectType: text("subject_type", { enum: ["client", "user"] }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    requestedBy: uuid("requested_by").notNull(),
    state: text("state", { enum: ["queued", "running", "ready", "failed", "expired"] })
      .notNull()
      .default("queued"),
    /** The try that writes it now: what an older one still writes is refused. */
    runId: uuid("run_id"),
    /** Steps: each document is one, and the texts are one. */
    done: integer("done").notNull().default(0),
    total: integer("total").notNull().default(0),
    /** Of the archive, once it is ready. */
    bytes: bigint("bytes", { mode: "number" }),
    createdAt: createdAt(),
    readyAt: instant("ready_at"),
    expiresAt: instant("expires_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("data_exports_subject").on(t.organizationId, t.subjectId, t.id),
    uniqueIndex("data_exports_under_way")
      .on(t.organizationId, t.subjectType, t.subjectId)
      .where(sql`state in ('queued','running')`),
    foreignKey({
      columns: [t.organizationId, t.requestedBy],
      foreignColumns: [memberships.organizationId, memberships.userId],
    }),
    check("data_exports_subject_type", sql`${t.subjectType} in ('client','user')`),
    check("data_exports_state", sql`${t.state} in ('queued','running','ready','failed','expired')`),
    check("data_exports_progress", sql`${t.done} between 0 and ${t.total}`),
    check(
      "data_exports_ready",
      sql`${t.state} <> 'ready' or (${t.bytes} is not null and ${t.readyAt} is not null and ${t.expiresAt} > ${t.readyAt}
        and ${t.done} = ${t.total})`,
    ),
  ],
);

/** The archive in pieces, each sealed for its row, so that a dump of the database shows nothing of it. */
export const dataExportParts = pgTable(
  "data_export_parts",
  {
    organizationId: organizationId(),
    id: id(),
    exportId: uuid("export_id").notNull(),
    position: integer("position").notNull(),
    contentSealed: text("content_sealed").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("data_export_parts_position").on(t.organizationId, t.exportId, t.position),
    foreignKey({
      columns: [t.organizationId, t.exportId],
      foreignColumns: [dataExports.organizationId, dataExports.id],
    }).onDelete("cascade"),
    check("data_export_parts_sealed", sql`${t.contentSealed} like 's1.%'`),
  ],
);

/** Once that what is kept for a time only was looked through, and what of it went. */
export const retentionRuns = pgTable(
  "retention_runs",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    /** Who pressed the button; null for the clock. */
    requestedBy: uuid("requested_by"),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    /** How many rows of each kind went (`lib/core/retention`). */
    counts: jsonb("counts").$type<Record<string, number>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    // A run that was killed is gone on with, instead of another beside it.
    uniqueIndex("retention_runs_under_way").on(t.organizationId).where(sql`finished_at is null`),
    foreignKey({
      columns: [t.organizationId, t.requestedBy],
      foreignColumns: [memberships.organizationId, memberships.userId],
    }),
  ],
);
