import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { RetentionKind } from "@/lib/core/retention";
import { retentionPeriods } from "@/lib/core/retention";
import { forgetBuyers } from "./forget-buyer";

type Step = (tx: Tx, now: Date, most: number) => Promise<number>;

const DAY = 86_400_000;

/** The instant before which something of that kind must have ended to go. */
const cutoff = (kind: RetentionKind, now: Date): SQL =>
  sql`${new Date(now.getTime() - retentionPeriods[kind] * DAY).toISOString()}::timestamptz`;

async function countOf(tx: Tx, statement: SQL): Promise<number> {
  return (await tx.execute(statement)).length;
}

/** Deletes some rows that have ended before; `ended` is when, of a row. Policies keep to the organization. */
const deleting =
  (kind: RetentionKind, table: string, key: string, ended: SQL, also: SQL = sql`true`): Step =>
  (tx, now, most) => {
    const [name, column] = [sql.identifier(table), sql.identifier(key)];
    return countOf(
      tx,
      sql`delete from ${name} where ${column} in (
        select ${column} from ${name} where organization_id = cf.org() and ${ended} < ${cutoff(kind, now)} and ${also} limit ${most})
        and organization_id = cf.org() returning 1`,
    );
  };

/** How each kind of what is kept for a time only goes. Each takes at most so many rows and returns how many it took. */
export const retentionSteps: Record<RetentionKind, Step> = {
  sessions: deleting("sessions", "sessions", "id", sql`least(revoked_at, idle_until, expires_at)`),
  invitations: deleting("invitations", "invitations", "id", sql`least(accepted_at, revoked_at, expires_at)`),
  passwordResets: deleting(
    "passwordResets",
    "password_resets",
    "id",
    sql`least(used_at, revoked_at, expires_at)`,
  ),
  emailChanges: deleting(
    "emailChanges",
    "email_changes",
    "id",
    sql`least(applied_at, cancelled_at, expires_at)`,
  ),
  challenges: deleting("challenges", "used_challenges", "challenge_hash", sql`expires_at`),
  exports: deleting("exports", "data_exports", "id", sql`expires_at`, sql`state = 'expired'`),
  throttles: async (tx, now, most) => {
    const [row] = await tx.execute<{ gone: number }>(
      sql`select cf.drop_throttles(${cutoff("throttles", now)}, ${most}::integer) as gone`,
    );
    return row?.gone ?? 0;
  },
  // The row stays, by whose event id a replay is known.
  webhookPayloads: (tx, now, most) =>
    countOf(
      tx,
      sql`update webhook_inbox set payload_sealed = null where organization_id = cf.org() and id in (
        select id from webhook_inbox where organization_id = cf.org() and payload_sealed is not null and state <> 'received'
          and processed_at < ${cutoff("webhookPayloads", now)} limit ${most}) returning 1`,
    ),
  archives: async (tx, now, most) => {
    const ended = await tx.execute<{ id: string }>(
      sql`update data_exports set state = 'expired' where organization_id = cf.org() and id in (
        select id from data_exports where organization_id = cf.org() and state = 'ready'
          and expires_at < ${cutoff("archives", now)} limit ${most}) returning id`,
    );
    for (const { id } of ended) await tx.execute(sql`delete from data_export_parts where export_id = ${id}`);
    return ended.length;
  },
  // An erasure takes them; a message that was under way just then may have come after it.
  recipients: (tx, _now, most) =>
    countOf(
      tx,
      sql`update deliveries set recipient = 'erased-' || upper(right(id::text, 4)), problem = null where organization_id = cf.org() and id in (
        select d.id from deliveries d
          join invoices i on i.organization_id = d.organization_id and i.id = d.invoice_id
          join clients c on c.organization_id = i.organization_id and c.id = i.client_id and c.erased_at is not null
        where d.organization_id = cf.org() and d.recipient = i.buyer ->> 'email' limit ${most}) returning 1`,
    ),
  buyers: forgetBuyers,
};
