import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, organizationId } from "../columns";
import { clients } from "./clients";
import { organizations } from "./organizations";
import { customRoles } from "./roles";

/** A person who signs in; may belong to several organizations. */
export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    /** The version of PASSWORD_PEPPER that the password was mixed with before it was hashed; null for none. */
    pepperVersion: integer("pepper_version"),
    /** Since when nothing is known of them but an id. */
    erasedAt: instant("erased_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("users_email").on(t.email),
    check("users_email_lower", sql`${t.email} = lower(${t.email})`),
    check("users_pepper", sql`${t.pepperVersion} > 0`),
  ],
);

/** What a user is in an organization. A client's user belongs to exactly one client. */
export const memberships = pgTable(
  "memberships",
  {
    organizationId: organizationId().references(() => organizations.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    role: text("role", { enum: ["admin", "accountant", "client", "custom"] }).notNull(),
    customRoleId: uuid("custom_role_id"),
    clientId: uuid("client_id"),
    status: text("status", { enum: ["active", "deactivated"] })
      .notNull()
      .default("active"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.userId] }),
    index("memberships_user").on(t.userId),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.customRoleId],
      foreignColumns: [customRoles.organizationId, customRoles.id],
    }),
    check("memberships_role", sql`${t.role} in ('admin','accountant','client','custom')`),
    check("memberships_custom_role", sql`(${t.role} = 'custom') = (${t.customRoleId} is not null)`),
    check("memberships_status", sql`${t.status} in ('active','deactivated')`),
    check("memberships_client", sql`(${t.role} = 'client') = (${t.clientId} is not null)`),
  ],
);

/** A signed-in browser. The cookie carries this id alone; whether it still counts is read here on every request. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey(),
    organizationId: organizationId(),
    userId: uuid("user_id").notNull(),
    userAgent: text("user_agent"),
    ip: text("ip"),
    /** Hash of the random token that the browser keeps for good. Null for what takes no cookies. */
    deviceHash: text("device_hash"),
    /** A right password alone gives a person with a second factor a pending session, good for the second step only. */
    stage: text("stage", { enum: ["full", "pending"] })
      .notNull()
      .default("full"),
    /** When the person last proved to be themselves. */
    provenAt: instant("proven_at"),
    /** Wrong proofs since the last right one. */
    tries: integer("tries").notNull().default(0),
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at").notNull().default(sql`now()`),
    /** Seconds without a request after which the session is over. */
    idleSeconds: integer("idle_seconds").notNull().default(1800),
    /** Last use and idle time, at most `expires_at`: written by a trigger. */
    idleUntil: instant("idle_until").notNull().default(sql`now()`),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    index("sessions_user").on(t.organizationId, t.userId),
    index("sessions_device").on(t.userId, t.deviceHash),
    check("sessions_idle", sql`${t.idleSeconds} > 0`),
    check("sessions_absolute", sql`${t.expiresAt} <= ${t.createdAt} + interval '30 days'`),
    check("sessions_stage", sql`${t.stage} in ('full','pending')`),
    check(
      "sessions_pending",
      sql`${t.stage} = 'full' or (${t.provenAt} is null and ${t.expiresAt} <= ${t.createdAt} + interval '10 minutes')`,
    ),
    foreignKey({
      columns: [t.organizationId, t.userId],
      foreignColumns: [memberships.organizationId, memberships.userId],
    }),
  ],
);

export const invitations = pgTable(
  "invitations",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    email: text("email").notNull(),
    role: text("role", { enum: ["admin", "accountant", "client", "custom"] }).notNull(),
    customRoleId: uuid("custom_role_id"),
    clientId: uuid("client_id"),
    tokenHash: text("token_hash").notNull(),
    invitedBy: uuid("invited_by").notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("invitations_token").on(t.organizationId, t.tokenHash),
    index("invitations_token_lookup").on(t.tokenHash),
    uniqueIndex("invitations_open")
      .on(t.organizationId, t.email)
      .where(sql`accepted_at is null and revoked_at is null`),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.invitedBy],
      foreignColumns: [memberships.organizationId, memberships.userId],
    }),
    check("invitations_email_lower", sql`${t.email} = lower(${t.email})`),
    foreignKey({
      columns: [t.organizationId, t.customRoleId],
      foreignColumns: [customRoles.organizationId, customRoles.id],
    }),
    check("invitations_role", sql`${t.role} in ('admin','accountant','client','custom')`),
    check("invitations_custom_role", sql`(${t.role} = 'custom') = (${t.customRoleId} is not null)`),
    check("invitations_client", sql`(${t.role} = 'client') = (${t.clientId} is not null)`),
  ],
);
