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
import { memberships } from "./users";

/** A link by which a person who forgot the password sets another one, once. */
export const passwordResets = pgTable(
  "password_resets",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid("user_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("password_resets_token").on(t.organizationId, t.tokenHash),
    index("password_resets_token_lookup").on(t.tokenHash),
    uniqueIndex("password_resets_open")
      .on(t.organizationId, t.userId)
      .where(sql`used_at is null and revoked_at is null`),
    foreignKey({
      columns: [t.organizationId, t.userId],
      foreignColumns: [memberships.organizationId, memberships.userId],
    }),
    check("password_resets_end", sql`${t.usedAt} is null or ${t.revokedAt} is null`),
  ],
);

/** A new email address that waits to be confirmed on both addresses. Either of them may cancel it. */
export const emailChanges = pgTable(
  "email_changes",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid("user_id").notNull(),
    oldEmail: text("old_email").notNull(),
    newEmail: text("new_email").notNull(),
    oldTokenHash: text("old_token_hash").notNull(),
    newTokenHash: text("new_token_hash").notNull(),
    oldConfirmedAt: instant("old_confirmed_at"),
    newConfirmedAt: instant("new_confirmed_at"),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    appliedAt: instant("applied_at"),
    cancelledAt: instant("cancelled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("email_changes_old_token").on(t.oldTokenHash),
    index("email_changes_new_token").on(t.newTokenHash),
    uniqueIndex("email_changes_open")
      .on(t.organizationId, t.userId)
      .where(sql`applied_at is null and cancelled_at is null`),
    foreignKey({
      columns: [t.organizationId, t.userId],
      foreignColumns: [memberships.organizationId, memberships.userId],
    }),
    check("email_changes_lower", sql`${t.newEmail} = lower(${t.newEmail})`),
    check("email_changes_other", sql`${t.newEmail} <> ${t.oldEmail}`),
    check("email_changes_end", sql`${t.appliedAt} is null or ${t.cancelledAt} is null`),
    check(
      "email_changes_both",
      sql`${t.appliedAt} is null or (${t.oldConfirmedAt} is not null and ${t.newConfirmedAt} is not null)`,
    ),
  ],
);

/**
 * Tries at something that can be guessed, by scope and key, shared by all processes. No role may touch it: functions
 * count (`cf.take_turn`).
 */
export const throttles = pgTable(
  "throttles",
  {
    scope: text("scope").notNull(),
    /** Keyed hash of the account or the address. */
    key: text("key").notNull(),
    tries: integer("tries").notNull(),
    lastAt: instant("last_at").notNull(),
    blockedUntil: instant("blocked_until").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.key] }),
    index("throttles_last").on(t.scope, t.lastAt),
    check("throttles_tries", sql`${t.tries} >= 0`),
  ],
);
