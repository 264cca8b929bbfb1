import { type Check, differencesOf } from "./difference";

/** What an invoice owes is its total less what settles it; once it is void or written off, nothing. */
export const invoicesOweTheRest: Check = {
  title: "Invoices owe their total less what settles them",
  run: async (sql, organizationId) =>
    differencesOf(
      await sql`
      with settled as (
        select invoice_id, sum(amount_minor) as amount from allocations
        where organization_id = ${organizationId} and unapplied_on is null group by 1),
      owed as (
        select invoice_id, sum(amount_minor) as amount from journal_lines
        where organization_id = ${organizationId} and account_code = 'receivable' group by 1),
      compared as (
        select 'invoice ' || i.number as subject, i.currency, i.total_minor - i.withheld_minor as payable,
          coalesce(s.amount, 0) as settled, coalesce(o.amount, 0) as owed, i.lifecycle
        from invoices i left join settled s on s.invoice_id = i.id left join owed o on o.invoice_id = i.id
        where i.organization_id = ${organizationId} and i.kind = 'invoice' and i.lifecycle <> 'draft')
      select subject, 'owed by the journal' as what, (case lifecycle when 'open' then payable - settled else 0 end)::text as expected,
          owed::text as found, currency
        from compared where owed <> case lifecycle when 'open' then payable - settled else 0 end
      union all
      select subject, 'settled at most', payable::text, settled::text, currency from compared where settled > payable
      union all
      select subject, 'settled', '0', settled::text, currency from compared where lifecycle = 'void' and settled <> 0
      union all
      select 'invoice ' || invoice_id, 'document', 'one', 'none', null from owed
        where not exists (select 1 from invoices where organization_id = ${organizationId} and id = invoice_id)
      order by 1, 2`,
    ),
};

/** What a payment or credit note has left is its amount less what was applied and given back, and never less than nothing. */
export const sourcesKeepTheRest: Check = {
  title: "Payments and credit notes have left what was not used",
  run: async (sql, organizationId) =>
    differencesOf(
      await sql`
      with applied as (
        select coalesce(payment_id, credit_note_id) as id, sum(amount_minor) as amount from allocations
        where organization_id = ${organizationId} and unapplied_on is null group by 1),
      refunded as (
        select payment_id as id, sum(amount_minor) as amount from refunds
        where organization_id = ${organizationId} and state <> 'failed' group by 1),
      credit as (
        select coalesce(payment_id, credit_note_id) as id, -sum(amount_minor) as amount from journal_lines
        where organization_id = ${organizationId} and account_code = 'client_credit' group by 1),
      sources as (
        select id, 'payment of ' || received_on || ', ' || id as subject, currency,
          case when reversed_on is null then amount_minor else 0 end as whole
        from payments where organization_id = ${organizationId}
        union all
        select id, 'credit note ' || number, currency, case lifecycle when 'open' then total_minor - withheld_minor else 0 end
        from invoices where organization_id = ${organizationId} and kind = 'credit_note' and lifecycle <> 'draft'),
      compared as (
        select s.*, coalesce(a.amount, 0) + coalesce(r.amount, 0) as used, coalesce(c.amount, 0) as credit
        from sources s left join applied a using (id) left join refunded r using (id) left join credit c using (id))
      select subject, 'left by the journal' as what, (whole - used)::text as expected, credit::text as found, currency
        from compared where whole - used <> credit
      union all
      select subject, 'used at most', whole::text, used::text, currency from compared where used > whole
      order by 1, 2`,
    ),
};

/** Every payment is in an account of cash, less what was given back of it. */
export const paymentsAreBooked: Check = {
  title: "Payments and refunds are booked",
  run: async (sql, organizationId) =>
    differencesOf(
      await sql`
      with booked as (
        select l.payment_id, sum(l.amount_minor) as amount from journal_lines l
        join journal_entries e on e.organization_id = l.organization_id and e.id = l.entry_id
        where l.organization_id = ${organizationId} and l.account_code like 'cash.%' and e.kind ~ '^(payment|refund)\\.' group by 1),
      refunded as (
        select payment_id, sum(amount_minor) as amount from refunds
        where organization_id = ${organizationId} and state <> 'failed' group by 1),
      compared as (
        select p.id, p.received_on, p.currency, coalesce(b.amount, 0) as booked,
          case when p.reversed_on is null then p.amount_minor else 0 end - coalesce(r.amount, 0) as kept
        from payments p left join booked b on b.payment_id = p.id left join refunded r on r.payment_id = p.id
        where p.organization_id = ${organizationId})
      select 'payment of ' || received_on || ', ' || id as subject, 'money booked' as what, kept::text as expected,
        booked::text as found, currency
      from compared where kept <> booked order by 1`,
    ),
};
