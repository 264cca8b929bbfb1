import { pageOf } from "@/lib/core/page";
import { notFound } from "@/lib/platform/errors";
import { query } from "@/lib/platform/verb";
import { findEntries } from "./find";
import { AuditEntryInput, AuditPage } from "./schemas";

export const PAGE = 50;

/** A page of the audit log, newest first, by key; sensitive fields are masked. */
export const listAudit = query("audit.read", AuditPage, async (tx, _ctx, input) => {
  const page = pageOf(await findEntries(tx, input, PAGE + 1), PAGE, {
    forwards: Boolean(input.before),
    backwards: Boolean(input.after),
  });
  return {
    rows: page.rows,
    next: page.next?.entry.id ?? null,
    previous: page.previous?.entry.id ?? null,
  };
});

/**
 * One entry.
 * @throws DomainError not_found
 */
export const getAuditEntry = query("audit.read", AuditEntryInput, async (tx, _ctx, { id }) => {
  const [row] = await findEntries(tx, { id }, 1);
  if (!row) throw notFound();
  return row;
});
