import type { Sql } from "postgres";

/**
 * Brings an organization to `count` issued invoices, set down directly: triggers are off, as in a restore.
 * One in ten is still owed.
 */
export async function fillInvoices(
  sql: Sql,
  scene: { organizationId: string; clientId: string },
  count: number,
): Promise<void> {
  const { organizationId, clientId } = scene;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`
      insert into invoices (organization_id, id, client_id, lifecycle, number, currency, issue_date, due_date, subtotal_minor,
        tax_minor, total_minor, seller, buyer, finalized_at, sent_at, exchange_rate)
      select ${organizationId}, gen_random_uuid(), ${clientId}, 'open', 'OLD-' || n, 'EUR', date '2026-01-01', date '2026-01-15',
        10000, 2000, 12000, '{"name":"Seller"}', '{"name":"Buyer"}', now(), now(), 1
      from generate_series((select count(*) from invoices where organization_id = ${organizationId}) + 1, ${count}::int) n`;
    await tx`
      insert into invoice_balances (organization_id, invoice_id, client_id, currency, due_date, balance_minor, base_minor)
      select organization_id, id, client_id, currency, due_date, owed, owed
      from invoices, lateral (select case when number like '%7' then 12000 else 0 end as owed) balance
      where organization_id = ${organizationId} on conflict do nothing`;
  });
  await sql`analyze`;
}

/** Posts what issuing those invoices would have posted, over three years: an entry of three lines each. */
export async function fillJournal(sql: Sql, organizationId: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`
      insert into journal_entries (organization_id, id, kind, source_id, posted_on)
      select organization_id, gen_random_uuid(), 'invoice.finalized', id, date '2024-01-01' + (row_number() over ())::int % 1000
      from invoices where organization_id = ${organizationId}`;
    await tx`
      insert into journal_lines (organization_id, id, entry_id, posted_on, account_code, amount_minor, base_minor, currency, client_id, invoice_id)
      select i.organization_id, gen_random_uuid(), e.id, e.posted_on, l.code, l.minor, l.minor, 'EUR', i.client_id, i.id
      from invoices i join journal_entries e on e.organization_id = i.organization_id and e.source_id = i.id,
        (values ('receivable', 12000), ('revenue', -10000), ('tax_payable', -2000)) l(code, minor)
      where i.organization_id = ${organizationId}`;
  });
  await sql`vacuum analyze`;
}
