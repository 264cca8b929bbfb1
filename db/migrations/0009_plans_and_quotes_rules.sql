-- Who may touch payment plans, and answer quotes.
alter table instalments enable row level security;
alter table instalments force row level security;
create policy staff on instalments to cf_staff using (organization_id = cf.org()) with check (organization_id = cf.org());
create policy system on instalments to cf_system using (organization_id = cf.org()) with check (organization_id = cf.org());
create policy owner on instalments to current_user using (true) with check (true);
create policy link on instalments for select to cf_link using (organization_id = cf.org() and invoice_id = cf.invoice());
create policy client on instalments for select to cf_client using (organization_id = cf.org() and exists (
  select 1 from invoices i where i.organization_id = instalments.organization_id and i.id = instalments.invoice_id));
grant select, insert, update, delete on instalments to cf_staff;
grant select on instalments to cf_client, cf_link, cf_system;
grant update (lifecycle, answered_at, answered_by, answer_note, updated_at) on invoices to cf_link;
--> statement-breakpoint
create trigger frozen before insert or update or delete on instalments
  for each row execute function cf.freeze_invoice_part();
--> statement-breakpoint
create or replace function cf.open_books() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform cf.open_accounts(new.id);
  insert into number_series (organization_id, code, pattern) values
    (new.id, 'invoice', 'INV-{0000}'), (new.id, 'credit_note', 'CN-{0000}'), (new.id, 'quote', 'Q-{0000}');
  return null;
end $$;
--> statement-breakpoint
insert into number_series (organization_id, code, pattern) select id, 'quote', 'Q-{0000}' from organizations;
--> statement-breakpoint

-- An issued document never changes: only its lifecycle moves on, when it was sent and viewed, and a quote's answer.
create or replace function cf.freeze_invoice() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  free constant text[] := array['lifecycle', 'sent_at', 'first_viewed_at', 'last_viewed_at', 'voided_at', 'written_off_at',
    'answered_at', 'answered_by', 'answer_note', 'updated_at'];
  may_become text[];
begin
  if tg_op = 'DELETE' then
    if old.lifecycle <> 'draft' then
      raise exception 'An issued invoice is never deleted' using errcode = 'CF001';
    end if;
    return old;
  end if;
  if (new.organization_id, new.id, new.kind, new.credited_invoice_id, new.quote_id, new.is_deposit)
     is distinct from (old.organization_id, old.id, old.kind, old.credited_invoice_id, old.quote_id, old.is_deposit) then
    raise exception 'A document stays what it is' using errcode = 'CF001';
  end if;
  if new.lifecycle <> old.lifecycle then
    may_become := case
      when old.lifecycle = 'draft' then array['open']
      when old.lifecycle <> 'open' then array[]::text[]
      -- Whoever holds a link can answer a quote, and end nothing else.
      when current_setting('role') = 'cf_link' and new.kind <> 'quote' then array[]::text[]
      when current_setting('role') = 'cf_link' then array['accepted', 'declined']
      when new.kind = 'quote' then array['accepted', 'declined', 'void']
      when new.kind = 'credit_note' then array['void']
      else array['void', 'written_off'] end;
    if not new.lifecycle = any (may_become) then
      raise exception 'A % cannot go from % to %', new.kind, old.lifecycle, new.lifecycle using errcode = 'CF001';
    end if;
  end if;
  if old.lifecycle <> 'draft' then
    if to_jsonb(new) - free <> to_jsonb(old) - free then
      raise exception 'An issued invoice never changes' using errcode = 'CF001';
    end if;
    if old.answered_at is not null and (new.answered_at, new.answered_by, new.answer_note)
        is distinct from (old.answered_at, old.answered_by, old.answer_note) then
      raise exception 'A quote is answered once' using errcode = 'CF009';
    end if;
    if new.lifecycle = 'void' and old.lifecycle = 'open' and new.is_deposit and cf.is_deducted(new.organization_id, new.id) then
      raise exception 'The deposit is taken off another invoice' using errcode = 'CF011';
    end if;
  elsif new.lifecycle = 'open' then
    perform cf.may_be_issued(new);
  end if;
  return new;
end $$;
--> statement-breakpoint

-- Whether an issued invoice takes a deposit off.
create function cf.is_deducted(organization uuid, deposit uuid) returns boolean language sql security definer set search_path = public, pg_temp as $$
  select exists (select 1 from invoice_items t
    join invoices i on i.organization_id = t.organization_id and i.id = t.invoice_id and i.lifecycle in ('open', 'written_off')
    where t.organization_id = organization and t.deducts_invoice_id = deposit)
$$;
--> statement-breakpoint
-- Sums follow from lines, credit notes and deductions stay within what they credit and take off, plans add up.
create function cf.may_be_issued(new invoices) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  items record; adjusted bigint; taxes record; credited invoices; credits bigint; deduction record; deposit invoices; plan record;
begin
  select count(*) as n, coalesce(sum(net_minor), 0) as net into items from invoice_items
    where organization_id = new.organization_id and invoice_id = new.id;
  select coalesce(sum(case kind when 'charge' then net_minor else -net_minor end), 0) into adjusted from invoice_adjustments
    where organization_id = new.organization_id and invoice_id = new.id;
  select coalesce(sum(tax_minor) filter (where kind <> 'withholding'), 0) as charged,
      coalesce(sum(tax_minor) filter (where kind = 'withholding'), 0) as withheld into taxes from invoice_taxes
    where organization_id = new.organization_id and invoice_id = new.id;
  if items.n = 0 or items.net + adjusted <> new.subtotal_minor or taxes.charged <> new.tax_minor
      or taxes.withheld <> new.withheld_minor then
    raise exception 'The sums of the invoice do not follow from its lines' using errcode = 'CF002';
  end if;
  if new.kind = 'credit_note' then
    -- The credited invoice's row makes two credit notes take turns.
    select * into strict credited from invoices
      where organization_id = new.organization_id and id = new.credited_invoice_id for update;
    select coalesce(sum(total_minor - withheld_minor), 0) into credits from invoices
      where organization_id = new.organization_id and credited_invoice_id = credited.id and lifecycle = 'open';
    if credited.kind <> 'invoice' or credited.lifecycle <> 'open' or (credited.client_id, credited.currency, credited.exchange_rate)
        is distinct from (new.client_id, new.currency, new.exchange_rate) then
      raise exception 'A credit note credits an open invoice, to its client, in its currency' using errcode = 'CF001';
    end if;
    if credits + new.total_minor - new.withheld_minor > credited.total_minor - credited.withheld_minor then
      raise exception 'No more is credited than was invoiced' using errcode = 'CF008';
    end if;
  end if;
  for deduction in select deducts_invoice_id as id, -sum(amount_minor) as amount from invoice_items
      where organization_id = new.organization_id and invoice_id = new.id and deducts_invoice_id is not null
      group by 1 order by 1 loop
    -- Compared in the terms of the prices. The deposit's row makes two invoices that take it off take turns.
    select * into strict deposit from invoices where organization_id = new.organization_id and id = deduction.id for update;
    if not deposit.is_deposit or deposit.lifecycle <> 'open'
        or (deposit.client_id, deposit.currency) is distinct from (new.client_id, new.currency)
        or cf.is_deducted(new.organization_id, deposit.id)
        or deduction.amount > (case when new.prices_include_tax then deposit.total_minor else deposit.subtotal_minor end) then
      raise exception 'No more is taken off than was asked for in advance' using errcode = 'CF011';
    end if;
  end loop;
  select count(*) as n, sum(amount_minor) as total into plan from instalments
    where organization_id = new.organization_id and invoice_id = new.id;
  if plan.n > 0 and (new.kind <> 'invoice' or plan.total <> new.total_minor - new.withheld_minor) then
    raise exception 'The payment plan does not add up' using errcode = 'CF012';
  end if;
end $$;
--> statement-breakpoint

-- The date by which something is due: of a payment plan, that of its first instalment that is not paid in full.
create function cf.next_due(invoice invoices, balance bigint) returns date language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((
    select due_date from (
      select due_date, position, sum(amount_minor) over (order by position) as up_to from instalments
        where organization_id = invoice.organization_id and invoice_id = invoice.id) plan
      where up_to > invoice.total_minor - invoice.withheld_minor - balance order by position limit 1), invoice.due_date)
$$;
--> statement-breakpoint
create or replace function cf.project_balance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare i invoices; left_over bigint; due date;
begin
  select * into strict i from invoices where organization_id = new.organization_id and id = new.invoice_id;
  if i.currency <> new.currency then
    raise exception 'A % posting does not settle a % invoice', new.currency, i.currency using errcode = 'CF004';
  end if;
  insert into invoice_balances as b (organization_id, invoice_id, client_id, currency, due_date, balance_minor, base_minor)
    values (new.organization_id, new.invoice_id, i.client_id, i.currency, i.due_date, new.amount_minor, new.base_minor)
    on conflict (organization_id, invoice_id) do update
      set balance_minor = b.balance_minor + excluded.balance_minor, base_minor = b.base_minor + excluded.base_minor
    returning balance_minor into left_over;
  if left_over < 0 then
    raise exception 'No more is settled than an invoice owes' using errcode = 'CF005';
  end if;
  if exists (select 1 from instalments where organization_id = i.organization_id and invoice_id = i.id) then
    update invoice_balances set due_date = cf.next_due(i, left_over)
      where organization_id = i.organization_id and invoice_id = i.id;
  end if;
  return null;
end $$;
--> statement-breakpoint

-- A quote owes nothing and settles nothing.
create or replace function cf.settles() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'allocations' then
    perform cf.invoice_settled(new.organization_id, new.invoice_id);
    perform cf.credit_left(new.organization_id, new.payment_id, new.credit_note_id);
  elsif tg_table_name = 'payments' then
    perform cf.credit_left(new.organization_id, new.id, null);
  elsif tg_table_name = 'refunds' then
    perform cf.credit_left(new.organization_id, new.payment_id, null);
  elsif new.kind = 'invoice' then
    perform cf.invoice_settled(new.organization_id, new.id);
  elsif new.kind = 'credit_note' then
    perform cf.credit_left(new.organization_id, null, new.id);
  end if;
  return null;
end $$;
