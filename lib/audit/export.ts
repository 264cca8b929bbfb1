import { csvRow } from "@/lib/core/csv";
import type { Ctx } from "@/lib/platform/context";
import { query } from "@/lib/platform/verb";
import { type AuditRow, findEntries } from "./find";
import { type AuditFilterForm, AuditPage } from "./schemas";

/** Entries that are read, written and sent at a time. */
const BATCH = 500;

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

const COLUMNS = [
  "place",
  "id",
  "at",
  "action",
  "actor_kind",
  "actor_id",
  "actor",
  "subject_type",
  "subject_id",
  "subject",
  "before",
  "after",
  "ip",
  "request_id",
];

const batch = query("audit.read", AuditPage, (tx, _ctx, asked) => findEntries(tx, asked, BATCH));

/**
 * What fits of the audit log as CSV, newest first, piece by piece: a transaction for each, so that a slow reader holds
 * no connection. Instants are UTC, before and after JSON; sensitive fields are masked.
 * @throws DomainError with the first piece: forbidden or invalid
 */
export async function* exportAudit(ctx: Ctx, filter: AuditFilterForm): AsyncGenerator<string, void, void> {
  let rows = await batch(ctx, filter);
  yield BYTE_ORDER_MARK + csvRow(COLUMNS) + rows.map(line).join("");
  while (rows.length === BATCH) {
    rows = await batch(ctx, { ...filter, before: rows.at(-1)?.entry.id });
    yield rows.map(line).join("");
  }
}

function line({ entry, actorName, subject, seq }: AuditRow): string {
  const json = (record: unknown) => (record === null ? null : JSON.stringify(record));
  return csvRow([
    seq === null ? null : { number: String(seq) },
    entry.id,
    entry.createdAt.toISOString(),
    entry.action,
    entry.actorKind,
    entry.actorId,
    actorName,
    entry.subjectType,
    entry.subjectId,
    subject,
    json(entry.before),
    json(entry.after),
    entry.ip,
    entry.requestId,
  ]);
}
