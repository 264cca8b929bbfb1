-- Who may touch the new tables.
do $$
declare t text;
begin
  foreach t in array array['invoice_adjustments', 'number_counters', 'allocations', 'refunds', 'credit_balances'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy staff on public.%I to cf_staff using (organization_id = cf.org()) with check (organization_id = cf.org())', t);
    execute format('create policy system on public.%I to cf_system using (organization_id = cf.org()) with check (organization_id = cf.org())', t);
    execute format('create policy owner on public.%I to current_user using (true) with check (true)', t);
  end loop;
  foreach t in array array['clients', 'tax_rates'] loop
    execute format('create policy owner on public.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
create policy link on invoice_adjustments for select to cf_link using (organization_id = cf.org() and invoice_id = cf.invoice());
create policy link on allocations for select to cf_link using (organization_id = cf.org() and invoice_id = cf.invoice());
create policy link on payments for select to cf_link using (organization_id = cf.org() and exists (
  select 1 from allocations a where a.organization_id = payments.organization_id and a.payment_id = payments.id));
create policy client on invoice_adjustments for select to cf_client using (organization_id = cf.org() and exists (
  select 1 from invoices i where i.organization_id = invoice_adjustments.organization_id and i.id = invoice_adjustments.invoice_id));
create policy client on allocations for select to cf_client using (organization_id = cf.org() and exists (
  select 1 from invoices i where i.organization_id = allocations.organization_id and i.id = allocations.invoice_id));
-- Whoever holds a credit note's link sees which invoice it credits, and the other way round.
create function cf.credited_invoice(document uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select credited_invoice_id from invoices where organization_id = cf.org() and id = document
$$;
create policy link_related on invoices for select to cf_link using (organization_id = cf.org() and lifecycle <> 'draft'
  and (credited_invoice_id = cf.invoice() or id = (select cf.credited_invoice(cf.invoice()))));
create policy link on credit_balances for select to cf_link using (organization_id = cf.org() and source_id = cf.invoice());
create policy client on credit_balances for select to cf_client using (organization_id = cf.org() and client_id = cf.client());
--> statement-breakpoint
grant select, insert, update, delete on invoice_adjustments to cf_staff;
grant select, insert, update (next_value) on number_counters to cf_staff, cf_system;
grant select, insert, update (unapplied_on) on allocations to cf_staff, cf_system;
grant select, insert, update (state, gateway_refund_id, problem, updated_at) on refunds to cf_staff, cf_system;
grant insert, update (reversed_on, reversal_reason) on payments to cf_staff;
grant update (reversed_on, reversal_reason) on payments to cf_system;
grant select on credit_balances to cf_staff, cf_system, cf_client, cf_link;
grant select on invoice_adjustments to cf_client, cf_link, cf_system;
grant select on allocations to cf_client, cf_link;
grant update (restart) on number_series to cf_admin;
grant update (lifecycle, voided_at, written_off_at, updated_at) on invoices to cf_system;
--> statement-breakpoint

-- The chart of accounts of the books, old and new.
create function cf.open_accounts(organization uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into accounts (organization_id, code, kind, name) values
    (organization, 'receivable', 'asset', 'Accounts receivable'),
    (organization, 'cash.bank', 'asset', 'Bank'),
    (organization, 'cash.cash', 'asset', 'Cash'),
    (organization, 'cash.cheque', 'asset', 'Cheques'),
    (organization, 'cash.card_terminal', 'asset', 'Card terminal'),
    (organization, 'cash.stripe', 'asset', 'Stripe balance'),
    (organization, 'withholding_receivable', 'asset', 'Withheld tax'),
    (organization, 'client_credit', 'liability', 'Client credit'),
    (organization, 'tax_payable', 'liability', 'Tax payable'),
    (organization, 'revenue', 'income', 'Revenue'),
    (organization, 'discounts', 'income', 'Discounts'),
    (organization, 'exchange_differences', 'income', 'Exchange differences'),
    (organization, 'gateway_fees', 'expense', 'Gateway fees'),
    (organization, 'write_offs', 'expense', 'Write-offs')
    on conflict do nothing
$$;
--> statement-breakpoint
create or replace function cf.open_books() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform cf.open_accounts(new.id);
  insert into number_series (organization_id, code, pattern) values
    (new.id, 'invoice', 'INV-{0000}'), (new.id, 'credit_note', 'CN-{0000}');
  return null;
end $$;
--> statement-breakpoint
-- Tax that is owed is kept apart per tax: an account for each rate, from the moment that it can be charged.
create function cf.open_tax_account(organization uuid, tax text, label text, rate integer) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into accounts (organization_id, code, kind, name)
    values (organization, format('tax_payable.%s.%s', tax, rate), 'liability',
      format('Tax payable, %s %s %%', label, trim_scale(rate / 10000.0)))
    on conflict do nothing
$$;
--> statement-breakpoint
create function cf.open_tax_accounts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.rate_ppm > 0 then
    perform cf.open_tax_account(new.organization_id, new.category, new.name, new.rate_ppm);
  end if;
  if new.compound_ppm is not null then
    perform cf.open_tax_account(new.organization_id, new.compound_name, new.compound_name, new.compound_ppm);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger open_tax_accounts after insert or update on tax_rates for each row execute function cf.open_tax_accounts();
--> statement-breakpoint
do $$
begin
  perform cf.open_accounts(id) from organizations;
  insert into number_series (organization_id, code, pattern) select id, 'credit_note', 'CN-{0000}' from organizations;
  perform cf.open_tax_account(organization_id, category, name, rate_ppm) from tax_rates where rate_ppm > 0;
  perform cf.open_tax_account(organization_id, category, min(name), rate_ppm) from invoice_taxes where rate_ppm > 0
    group by organization_id, category, rate_ppm;
end $$;
--> statement-breakpoint
-- A rate whose account it names keeps its meaning.
create function cf.keep_tax_rate() returns trigger language plpgsql as $$
begin
  if (new.category, new.rate_ppm) is distinct from (old.category, old.rate_ppm) then
    raise exception 'A tax rate keeps its category and rate' using errcode = 'CF001';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_tax_rate before update on tax_rates for each row execute function cf.keep_tax_rate();
--> statement-breakpoint

-- An issued document never changes: only its lifecycle moves on, and when it was sent and viewed.
create or replace function cf.freeze_invoice() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  free constant text[] := array['lifecycle', 'sent_at', 'first_viewed_at', 'last_viewed_at', 'voided_at', 'written_off_at', 'updated_at'];
  items record; adjusted bigint; taxes record; credited record; credits bigint;
begin
  if tg_op = 'DELETE' then
    if old.lifecycle <> 'draft' then
      raise exception 'An issued invoice is never deleted' using errcode = 'CF001';
    end if;
    return old;
  end if;
  if (new.organization_id, new.id, new.kind, new.credited_invoice_id)
     is distinct from (old.organization_id, old.id, old.kind, old.credited_invoice_id) then
    raise exception 'A document stays what it is' using errcode = 'CF001';
  end if;
  if old.lifecycle <> 'draft' then
    if to_jsonb(new) - free <> to_jsonb(old) - free then
      raise exception 'An issued invoice never changes' using errcode = 'CF001';
    end if;
    if new.lifecycle <> old.lifecycle and not (old.lifecycle = 'open'
        and (new.lifecycle = 'void' or new.lifecycle = 'written_off' and new.kind = 'invoice')) then
      raise exception 'An invoice cannot go from % to %', old.lifecycle, new.lifecycle using errcode = 'CF001';
    end if;
  elsif new.lifecycle = 'open' then
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
  elsif new.lifecycle <> 'draft' then
    raise exception 'A draft can only be finalized' using errcode = 'CF001';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger frozen before insert or update or delete on invoice_adjustments
  for each row execute function cf.freeze_invoice_part();
--> statement-breakpoint

-- What is noted once and never again, on rows that otherwise never change.
create function cf.set_once() returns trigger language plpgsql as $$
declare col text;
begin
  if tg_op = 'DELETE' or to_jsonb(new) - tg_argv <> to_jsonb(old) - tg_argv then
    raise exception '% is append-only', tg_table_name using errcode = 'CF003';
  end if;
  if to_jsonb(old) ->> tg_argv[0] is not null then
    raise exception 'This was done before' using errcode = 'CF009';
  end if;
  return new;
end $$;
--> statement-breakpoint
drop trigger append_only on payments;
create trigger set_once before update or delete on payments for each row execute function cf.set_once('reversed_on', 'reversal_reason');
create trigger set_once before update or delete on allocations for each row execute function cf.set_once('unapplied_on');
--> statement-breakpoint
create function cf.refund_moves_on() returns trigger language plpgsql as $$
declare free constant text[] := array['state', 'gateway_refund_id', 'problem', 'updated_at'];
begin
  if tg_op = 'DELETE' or to_jsonb(new) - free <> to_jsonb(old) - free then
    raise exception 'refunds is append-only' using errcode = 'CF003';
  end if;
  if old.state <> new.state and (old.state = 'failed' or new.state = 'pending') then
    raise exception 'A refund cannot go from % to %', old.state, new.state using errcode = 'CF009';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger moves_on before update or delete on refunds for each row execute function cf.refund_moves_on();
create trigger no_truncate before truncate on payments execute function cf.append_only();
create trigger no_truncate before truncate on allocations execute function cf.append_only();
create trigger no_truncate before truncate on refunds execute function cf.append_only();
--> statement-breakpoint
drop function cf.within_payment();
--> statement-breakpoint

-- Who works on one client's money at a time: taken first, so that nobody waits crosswise.
create function cf.lock_client(client uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  select 1 from clients where organization_id = cf.org() and id = client for no key update
$$;
--> statement-breakpoint

-- Nothing is posted into a closed period; the share lock makes a posting wait for one who is closing it.
create function cf.in_open_period() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare closed date;
begin
  select books_closed_on into closed from organizations where id = new.organization_id for share;
  if new.posted_on <= closed then
    raise exception 'The books are closed until %', closed using errcode = 'CF007';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger in_open_period before insert on journal_entries for each row execute function cf.in_open_period();
--> statement-breakpoint

-- A journal entry sums to zero in each currency and in the organization's when its transaction commits.
create or replace function cf.balanced() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare wrong record; entry uuid; base numeric;
begin
  if tg_table_name = 'journal_lines' then entry := new.entry_id; else entry := new.id; end if;
  select sum(base_minor) into base from journal_lines where organization_id = new.organization_id and entry_id = entry;
  if base is null then
    raise exception 'Journal entry % has no lines', entry using errcode = 'CF004';
  elsif base <> 0 then
    raise exception 'Journal entry % is off by % in the currency of the books', entry, base using errcode = 'CF004';
  end if;
  select currency, sum(amount_minor) as off into wrong from journal_lines
    where organization_id = new.organization_id and entry_id = entry group by currency having sum(amount_minor) <> 0 limit 1;
  if found then
    raise exception 'Journal entry % is off by % %', entry, wrong.off, wrong.currency using errcode = 'CF004';
  end if;
  return null;
end $$;
--> statement-breakpoint

-- What an invoice owes is the sum of its receivable postings; this alone writes the projection. Nobody pays too much.
create or replace function cf.project_balance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare i record; left_over bigint;
begin
  select client_id, currency, due_date into strict i from invoices
    where organization_id = new.organization_id and id = new.invoice_id;
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
  return null;
end $$;
--> statement-breakpoint
-- The same for what a payment or a credit note leaves to its client: it can't be used twice, nor given back twice.
create function cf.project_credit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare left_over bigint;
begin
  insert into credit_balances as b (organization_id, source_id, source_kind, client_id, currency, balance_minor, base_minor)
    values (new.organization_id, coalesce(new.payment_id, new.credit_note_id),
      case when new.payment_id is null then 'credit_note' else 'payment' end,
      new.client_id, new.currency, -new.amount_minor, -new.base_minor)
    on conflict (organization_id, source_id) do update
      set balance_minor = b.balance_minor + excluded.balance_minor, base_minor = b.base_minor + excluded.base_minor
    returning balance_minor into left_over;
  if left_over < 0 then
    raise exception 'No more is used than is left of a payment or credit note' using errcode = 'CF010';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger project_credit after insert on journal_lines for each row
  when (new.account_code = 'client_credit') execute function cf.project_credit();
--> statement-breakpoint
insert into credit_balances (organization_id, source_id, source_kind, client_id, currency, balance_minor, base_minor)
  select organization_id, payment_id, 'payment', client_id, currency, -sum(amount_minor), -sum(base_minor)
  from journal_lines where account_code = 'client_credit' group by organization_id, payment_id, client_id, currency;
--> statement-breakpoint

-- When a transaction commits, allocations, refunds and the journal say the same of an invoice and of a payment.
create function cf.invoice_settled(organization uuid, invoice uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare i record; settled bigint; owed bigint;
begin
  select lifecycle, total_minor - withheld_minor as payable into strict i from invoices
    where organization_id = organization and id = invoice;
  select coalesce(sum(amount_minor), 0) into settled from allocations
    where organization_id = organization and invoice_id = invoice and unapplied_on is null;
  select coalesce(max(balance_minor), 0) into owed from invoice_balances
    where organization_id = organization and invoice_id = invoice;
  if owed <> (case when i.lifecycle = 'open' then i.payable - settled else 0 end)
      or settled <> 0 and i.lifecycle not in ('open', 'written_off') then
    raise exception 'Invoice % owes % but % of % is settled', invoice, owed, settled, i.payable using errcode = 'CF004';
  end if;
end $$;
--> statement-breakpoint
create function cf.credit_left(organization uuid, payment uuid, credit_note uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare whole bigint; used bigint; credit bigint;
begin
  if payment is not null then
    select case when reversed_on is null then amount_minor else 0 end into strict whole from payments
      where organization_id = organization and id = payment;
  else
    select case lifecycle when 'open' then total_minor - withheld_minor else 0 end into strict whole from invoices
      where organization_id = organization and id = credit_note;
  end if;
  select coalesce(sum(amount_minor), 0) into used from allocations
    where organization_id = organization and unapplied_on is null
      and (payment_id = payment or credit_note_id = credit_note);
  select used + coalesce(sum(amount_minor), 0) into used from refunds
    where organization_id = organization and payment_id = payment and state <> 'failed';
  select coalesce(max(balance_minor), 0) into credit from credit_balances
    where organization_id = organization and source_id = coalesce(payment, credit_note);
  if whole - used <> credit then
    raise exception 'Of % of %, % is used and % is left', whole, coalesce(payment, credit_note), used, credit using errcode = 'CF004';
  end if;
end $$;
--> statement-breakpoint
create function cf.settles() returns trigger language plpgsql as $$
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
  else
    perform cf.credit_left(new.organization_id, null, new.id);
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger settles after insert or update on allocations deferrable initially deferred
  for each row execute function cf.settles();
create constraint trigger settles after insert or update on payments deferrable initially deferred
  for each row execute function cf.settles();
create constraint trigger settles after insert or update on refunds deferrable initially deferred
  for each row execute function cf.settles();
create constraint trigger settles after update on invoices deferrable initially deferred
  for each row when (old.lifecycle <> new.lifecycle) execute function cf.settles();
