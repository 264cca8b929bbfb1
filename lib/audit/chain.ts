import { createHash } from "node:crypto";

/**
 * The hashes of the audit chain, as `cf.audit_entry_hash` and `cf.seal_audit` make them in the database:
 *
 * - an entry's hash is SHA-256 over all its columns as text, in the table's order, one per line, each as its length in
 *   UTF-8 bytes, a colon and the text, or "-" for null. Ids are lower case, instants UTC with milliseconds, JSON is as
 *   PostgreSQL writes `jsonb`: keys by length and bytes, one blank after commas and colons, numbers with their digits;
 * - a link's hash is SHA-256 over the hash before it, its place as 8 bytes (big endian) and the entry's hash;
 * - before the first link stands SHA-256 over "counterfoil audit chain 1 " and the organization's id.
 */
export const auditColumns = [
  "organization_id",
  "id",
  "action",
  "subject_type",
  "subject_id",
  "actor_kind",
  "actor_id",
  "before",
  "after",
  "request_id",
  "ip",
  "created_at",
] as const;

/** An audit entry's columns as text. */
export type EntryTexts = Record<(typeof auditColumns)[number], string | null>;

/** What to select from `audit_log l` to get those texts. */
export const auditTexts = auditColumns
  .map((name) =>
    name === "created_at"
      ? `to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at`
      : `l."${name}"::text as "${name}"`,
  )
  .join(", ");

const sha256 = (data: Uint8Array | string): Buffer => createHash("sha256").update(data).digest();

export function entryHash(entry: EntryTexts): Buffer {
  const lines = auditColumns.map((name) => {
    const text = entry[name];
    return text === null ? "-" : `${Buffer.byteLength(text)}:${text}`;
  });
  return sha256(lines.join("\n"));
}

/** What stands before an organization's first link. */
export const chainStart = (organizationId: string): Buffer =>
  sha256(`counterfoil audit chain 1 ${organizationId}`);

export function linkHash(previous: Uint8Array, seq: number, entry: Uint8Array): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(seq));
  return sha256(Buffer.concat([previous, place, entry]));
}
