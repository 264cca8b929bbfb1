import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
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

/** A member's second factor: an authenticator app, or a passkey. */
export const factors = pgTable(
  "factors",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid("user_id").notNull(),
    kind: text("kind", { enum: ["totp", "passkey"] }).notNull(),
    name: text("name").notNull(),
    /** Of an app: its secret, sealed for this row. */
    secretSealed: text("secret_sealed"),
    /** Of an app: the time step of the last code that was taken, so that each is taken once. */
    lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
    /** Of a passkey: its id and its public key (COSE), both base64url, and how often it says it was used. */
    credentialId: text("credential_id"),
    publicKey: text("public_key"),
    counter: bigint("counter", { mode: "number" }).notNull().default(0),
    transports: text("transports").array(),
    createdAt: createdAt(),
    /** An app counts from the first code that it has shown. */
    confirmedAt: instant("confirmed_at"),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("factors_credential").on(t.organizationId, t.credentialId),
    index("factors_user").on(t.organizationId, t.userId),
    uniqueIndex("factors_unconfirmed").on(t.organizationId, t.userId).where(sql`confirmed_at is null`),
    foreignKey({
      columns: [t.organizationId, t.userId],
      foreignColumns: [memberships.organizationId, memberships.userId],
    }),
    check("factors_kind", sql`${t.kind} in ('totp','passkey')`),
    check("factors_name", sql`length(${t.name}) between 1 and 60`),
    check(
      "factors_parts",
      sql`case ${t.kind} when 'totp' then ${t.secretSealed} is not null and ${t.credentialId} is null and ${t.publicKey} is null
        else ${t.secretSealed} is null and ${t.credentialId} is not null and ${t.publicKey} is not null and ${t.confirmedAt} is not null end`,
    ),
    check("factors_sealed", sql`${t.secretSealed} like 's1.%'`),
  ],
);

/** Codes for the day on which no other factor is at hand: shown once, kept as hashes, each good for one use. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid("user_id").notNull(),
    codeHash: text("code_hash").notNull(),
    createdAt: createdAt(),
    usedAt: instant("used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("recovery_codes_once").on(t.organizationId, t.userId, t.codeHash),
    foreignKey({
      columns: [t.organizationId, t.userId],
      foreignColumns: [memberships.organizationId, memberships.userId],
    }),
  ],
);

/** Challenges of passkeys that were answered, so that an answer counts once; kept until the challenge is too old anyway. */
export const usedChallenges = pgTable(
  "used_challenges",
  {
    organizationId: organizationId().references(() => organizations.id),
    challengeHash: text("challenge_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.challengeHash] }),
    index("used_challenges_expiry").on(t.organizationId, t.expiresAt),
  ],
);
