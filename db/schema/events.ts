import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, organizationId, sealed } from "../columns";
import { organizations } from "./organizations";

/** What happened, for whoever wants to react: notifications, live screens, timelines. */
export const domainEvents = pgTable(
  "domain_events",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    type: text("type").notNull(),
    subjectId: uuid("subject_id").notNull(),
    invoiceId: uuid("invoice_id"),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull().default({}),
    actorKind: text("actor_kind").notNull(),
    actorId: uuid("actor_id"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("domain_events_invoice").on(t.organizationId, t.invoiceId, t.id),
    index("domain_events_subject").on(t.organizationId, t.subjectId, t.id),
  ],
);

/** A message to one person. One event tells one recipient once: that is a key. */
export const deliveries = pgTable(
  "deliveries",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    eventId: uuid("event_id").notNull(),
    invoiceId: uuid("invoice_id"),
    channel: text("channel", { enum: ["email"] }).notNull(),
    template: text("template").notNull(),
    recipient: text("recipient").notNull(),
    state: text("state", { enum: ["queued", "sent", "failed"] })
      .notNull()
      .default("queued"),
    providerId: text("provider_id"),
    problem: text("problem"),
    attempts: integer("attempts").notNull().default(0),
    createdAt: createdAt(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("deliveries_once").on(t.organizationId, t.eventId, t.channel, t.template, t.recipient),
    index("deliveries_invoice").on(t.organizationId, t.invoiceId),
    foreignKey({
      columns: [t.organizationId, t.eventId],
      foreignColumns: [domainEvents.organizationId, domainEvents.id],
    }),
    check("deliveries_state", sql`${t.state} in ('queued','sent','failed')`),
  ],
);

/** Verified gateway events, stored before they are acted on. A replay meets the key. */
export const webhookInbox = pgTable(
  "webhook_inbox",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    gateway: text("gateway").notNull(),
    eventId: text("event_id").notNull(),
    eventType: text("event_type").notNull(),
    /** As the gateway sent it, which may name its payer's address and phone. */
    payloadSealed: sealed("payload_sealed"),
    state: text("state", { enum: ["received", "processed", "ignored", "refused"] })
      .notNull()
      .default("received"),
    problem: text("problem"),
    duplicates: integer("duplicates").notNull().default(0),
    receivedAt: instant("received_at").notNull().default(sql`now()`),
    processedAt: instant("processed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("webhook_inbox_event").on(t.organizationId, t.gateway, t.eventId),
    index("webhook_inbox_kept").on(t.organizationId, t.processedAt).where(sql`payload_sealed is not null`),
    check("webhook_inbox_sealed", sql`${t.payloadSealed} like 's1.%'`),
    check("webhook_inbox_state", sql`${t.state} in ('received','processed','ignored','refused')`),
  ],
);

/** Requests that no gateway signed, counted by reason and hour so that a flood stays small. Their bodies are not kept. */
export const webhookRejections = pgTable(
  "webhook_rejections",
  {
    organizationId: organizationId().references(() => organizations.id),
    gateway: text("gateway").notNull(),
    reason: text("reason").notNull(),
    hour: instant("hour").notNull(),
    count: integer("count").notNull().default(1),
    lastAt: instant("last_at").notNull().default(sql`now()`),
    lastIp: text("last_ip"),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.gateway, t.reason, t.hour] })],
);
