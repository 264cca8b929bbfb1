import type { Tx } from "@/db/client";
import { auditLog } from "@/db/schema";
import { masked } from "@/lib/core/masked";
import { actorId } from "./actor";
import type { Ctx } from "./context";
import { newId } from "./ids";

export type AuditEntry = {
  /** "invoice.finalize": the verb's permission, or finer. */
  action: string;
  subjectType: string;
  subjectId: string;
  /** The changed fields alone. What `lib/core/masked` calls sensitive or personal is masked before it is written. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** Writes an audit entry in the caller's transaction: it commits with the change, or neither does. */
export async function writeAudit(tx: Tx, ctx: Ctx, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values({
    id: newId(),
    ...entry,
    before: plain(entry.before, entry.subjectType),
    after: plain(entry.after, entry.subjectType),
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    requestId: ctx.requestId,
    ip: ctx.ip,
  });
}

/** The fields that differ, as before and after. Values compare as their JSON. */
export function changes<T extends Record<string, unknown>>(before: T, after: Partial<T>) {
  const differs = Object.keys(after).filter((key) => toJson(before[key]) !== toJson(after[key]));
  const pick = (from: Partial<T>) => Object.fromEntries(differs.map((key) => [key, from[key]]));
  return { before: pick(before), after: pick(after) };
}

const toJson = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, inner) => (typeof inner === "bigint" ? inner.toString() : inner));

function plain(
  record: Record<string, unknown> | undefined,
  about: string,
): Record<string, unknown> | undefined {
  return record && masked(JSON.parse(toJson(record)), about);
}
