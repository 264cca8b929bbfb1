import { type Check, differencesOf } from "./difference";

/** The balances that lists and pages show are the sums of the postings, in both currencies. */
export const balancesArePosted: Check = {
  title: "Every balance shown is the journal's",
  run: async (sql, organizationId) =>
    differencesOf(
      await sql`
      with owed as (
        select invoice_id as id, sum(amount_minor) as amount, sum(base_minor) as base from journal_lines
        where organization_id = ${organizationId} and account_code = 'receivable' group by 1),
      credit as (
        select coalesce(payment_id, credit_note_id) as id, -sum(amount_minor) as amount, -sum(base_minor) as base from journal_lines
        where organization_id = ${organizationId} and account_code = 'client_credit' group by 1),
      compared as (
        select 'invoice ' || coalesce(i.number, i.id::text) as subject, 'balance' as what, coalesce(o.amount, 0) as amount,
          coalesce(b.balance_minor, 0) as shown, coalesce(o.base, 0) as base, coalesce(b.base_minor, 0) as base_shown, i.currency
        from owed o full join (select * from invoice_balances where organization_id = ${organizationId}) b on b.invoice_id = o.id
        join invoices i on i.organization_id = ${organizationId} and i.id = coalesce(o.id, b.invoice_id)
        union all
        select coalesce('credit note ' || n.number, 'payment of ' || p.received_on || ', ' || p.id), 'credit left',
          coalesce(c.amount, 0), coalesce(b.balance_minor, 0), coalesce(c.base, 0), coalesce(b.base_minor, 0),
          coalesce(n.currency, p.currency)
        from credit c full join (select * from credit_balances where organization_id = ${organizationId}) b on b.source_id = c.id
        left join invoices n on n.organization_id = ${organizationId} and n.id = coalesce(c.id, b.source_id)
        left join payments p on p.organization_id = ${organizationId} and p.id = coalesce(c.id, b.source_id))
      select subject, what, amount::text as expected, shown::text as found, currency from compared where amount <> shown
      union all
      select c.subject, c.what || ' in the currency of the books', c.base::text, c.base_shown::text, o.currency
        from compared c join organizations o on o.id = ${organizationId} where c.base <> c.base_shown
      order by 1, 2`,
    ),
};
