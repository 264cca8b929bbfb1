import { type Check, differencesOf } from "./difference";

/** The journal by itself: every entry has lines, and they sum to zero in each currency and in the organization's. */
export const entriesBalance: Check = {
  title: "Every entry balances",
  run: async (sql, organizationId) =>
    differencesOf(
      await sql`
      with lines as (
        select l.*, o.currency as base_currency, coalesce(e.kind || ' of ' || e.posted_on || ', ', '') || 'entry ' || l.entry_id as subject,
          e.id is null as orphan, e.posted_on as entry_posted_on
        from journal_lines l join organizations o on o.id = l.organization_id
        left join journal_entries e on e.organization_id = l.organization_id and e.id = l.entry_id
        where l.organization_id = ${organizationId})
      select subject, 'sum of its lines' as what, '0' as expected, sum(amount_minor)::text as found, currency
        from lines group by subject, currency having sum(amount_minor) <> 0
      union all
      select subject, 'sum of its lines in the currency of the books', '0', sum(base_minor)::text, base_currency
        from lines group by subject, base_currency having sum(base_minor) <> 0
      union all
      select subject, account_code || ' in the currency of the books', amount_minor::text, base_minor::text, currency
        from lines where currency = base_currency and amount_minor <> base_minor
      union all
      select distinct subject, 'entry', 'one', 'none', null from lines where orphan
      union all
      select distinct subject, 'date of its lines', entry_posted_on::text, posted_on::text, null from lines
        where entry_posted_on <> posted_on
      union all
      select e.kind || ' of ' || e.posted_on || ', entry ' || e.id, 'lines', 'some', 'none', null
        from journal_entries e where e.organization_id = ${organizationId} and not exists (
          select 1 from journal_lines l where l.organization_id = e.organization_id and l.entry_id = e.id)
      order by 1, 2`,
    ),
};
