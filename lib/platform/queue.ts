import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** The jobs that the worker knows. Each payload names its organization, as which the job acts. */
export type JobName =
  | "event"
  | "webhook"
  | "email"
  | "scheduled"
  | "refund"
  | "fee"
  | "auditHeads"
  | "export"
  | "retentionOfAll"
  | "retention";

export type JobPayload = { organizationId: string | null; id?: string; eventId?: string };

/**
 * Adds a job in the caller's transaction: it runs after the commit, or never. `at` makes it wait for an instant; of
 * jobs with the same key the last one counts.
 */
export async function enqueue(
  tx: Tx,
  task: JobName,
  payload: JobPayload,
  { at, key }: { at?: Date; key?: string } = {},
): Promise<void> {
  await tx.execute(
    sql`select cf_jobs.enqueue(${task}, ${JSON.stringify(payload)}::json, ${key ?? null}, ${at?.toISOString() ?? null}::timestamptz)`,
  );
}
