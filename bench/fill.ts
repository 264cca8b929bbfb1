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
        tax_minor, total_minor, seller, buyer, finalized_at, sent_at)
      select ${organizationId}, gen_random_uuid(), ${clientId}, 'open', 'OLD-' || n, 'EUR', date '2026-01-01', date '2026-01-15',
        10000, 2000, 12000, '{"name":"Seller"}', '{"name":"Buyer"}', now(), now()
      from generate_series((select count(*) from invoices where organization_id = ${organizationId}) + 1, ${count}::int) n`;
    await tx`
      insert into invoice_balances (organization_id, invoice_id, client_id, currency, due_date, balance_minor)
      select organization_id, id, client_id, currency, due_date, case when number like '%7' then 12000 else 0 end
      from invoices where organization_id = ${organizationId} on conflict do nothing`;
  });
  await sql`analyze`;
}
