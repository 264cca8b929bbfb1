import type { Sql } from "postgres";
import { newId } from "@/lib/platform/ids";

/**
 * The least that PostgreSQL must do for an issued invoice of ten lines: the same rows in one transaction, by the
 * superuser, with prepared statements sent together. No actor, no checks, no words. Nothing of ours can be faster.
 */
export async function minimalTransaction(
  sql: Sql,
  scene: { organizationId: string; clientId: string },
): Promise<void> {
  const { organizationId, clientId } = scene;
  const id = newId();
  const entryId = newId();
  const party = JSON.stringify({ name: "x", email: null, country: null });
  const items = Array.from({ length: 10 }, (_, index) => ({
    organization_id: organizationId,
    id: newId(),
    invoice_id: id,
    position: index + 1,
    description: "Work",
    quantity: "2",
    unit_price: "100",
    tax_name: "VAT",
    tax_category: "S",
    tax_rate_ppm: 200_000,
    gross_minor: 20_000,
    discount_minor: 0,
    amount_minor: 20_000,
    net_minor: 20_000,
  }));
  const posting = (account_code: string, amount_minor: number) => ({
    organization_id: organizationId,
    id: newId(),
    entry_id: entryId,
    posted_on: "2026-03-01",
    account_code,
    amount_minor,
    base_minor: amount_minor,
    currency: "EUR",
    client_id: clientId,
    invoice_id: id,
  });
  const audit = (action: string) => ({
    organization_id: organizationId,
    id: newId(),
    action,
    subject_type: "invoice",
    subject_id: id,
    actor_kind: "user",
  });
  const event = (type: string) => ({
    organization_id: organizationId,
    id: newId(),
    type,
    subject_id: id,
    invoice_id: id,
    actor_kind: "user",
  });
  await sql.begin(async (tx) => {
    await Promise.all([
      tx`insert into invoices (organization_id, id, client_id, currency, issue_date, due_date, subtotal_minor, tax_minor, total_minor)
        values (${organizationId}, ${id}, ${clientId}, 'EUR', '2026-03-01', '2026-03-15', 200000, 40000, 240000)`,
      tx`insert into invoice_items ${tx(items)}`,
      tx`insert into invoice_taxes (organization_id, invoice_id, position, kind, category, rate_ppm, name, base_minor, tax_minor)
        values (${organizationId}, ${id}, 1, 'vat', 'S', 200000, 'VAT', 200000, 40000)`,
      tx`update invoices set lifecycle = 'open', seller = ${party}::text::jsonb, buyer = ${party}::text::jsonb, finalized_at = now(), exchange_rate = 1,
        number = (select 'LIM-' || nextval('bench_numbers')) where organization_id = ${organizationId} and id = ${id}`,
      tx`insert into journal_entries (organization_id, id, kind, source_id, posted_on)
        values (${organizationId}, ${entryId}, 'invoice.finalized', ${id}, '2026-03-01')`,
      tx`insert into journal_lines ${tx([posting("receivable", 240_000), posting("revenue", -200_000), posting("tax_payable", -40_000)])}`,
      tx`insert into audit_log ${tx([audit("invoice.create"), audit("invoice.finalize")])}`,
      tx`insert into domain_events ${tx([event("invoice.created"), event("invoice.finalized")])}`,
    ]);
  });
}
