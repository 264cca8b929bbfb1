-- Rules that hold whatever the application does.

-- Every organization has its chart of accounts and its number series from its first moment.
create function cf.open_books() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into accounts (organization_id, code, kind, name) values
    (new.id, 'receivable', 'asset', 'Accounts receivable'),
    (new.id, 'cash.bank', 'asset', 'Bank'),
    (new.id, 'cash.stripe', 'asset', 'Stripe balance'),
    (new.id, 'client_credit', 'liability', 'Client credit'),
    (new.id, 'tax_payable', 'liability', 'Tax payable'),
    (new.id, 'revenue', 'income', 'Revenue'),
    (new.id, 'gateway_fees', 'expense', 'Gateway fees'),
    (new.id, 'write_offs', 'expense', 'Write-offs');
  insert into number_series (organization_id, code, pattern) values (new.id, 'invoice', 'INV-{0000}');
  return null;
end $$;
--> statement-breakpoint
create trigger open_books after insert on organizations for each row execute function cf.open_books();
--> statement-breakpoint

-- An issued invoice never changes: only its lifecycle moves on, and when it was sent and viewed.
create function cf.freeze_invoice() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  free constant text[] := array['lifecycle', 'sent_at', 'first_viewed_at', 'last_viewed_at', 'voided_at', 'updated_at'];
  items record; taxes bigint;
begin
  if tg_op = 'DELETE' then
    if old.lifecycle <> 'draft' then
      raise exception 'An issued invoice is never deleted' using errcode = 'CF001';
    end if;
    return old;
  end if;
  if new.organization_id <> old.organization_id or new.id <> old.id then
    raise exception 'An invoice keeps its id' using errcode = 'CF001';
  end if;
  if old.lifecycle <> 'draft' then
    if to_jsonb(new) - free <> to_jsonb(old) - free then
      raise exception 'An issued invoice never changes' using errcode = 'CF001';
    end if;
    if new.lifecycle <> old.lifecycle and not (old.lifecycle = 'open' and new.lifecycle in ('void', 'written_off')) then
      raise exception 'An invoice cannot go from % to %', old.lifecycle, new.lifecycle using errcode = 'CF001';
    end if;
  elsif new.lifecycle = 'open' then
    select count(*) as n, coalesce(sum(net_minor), 0) as net into items from invoice_items
      where organization_id = new.organization_id and invoice_id = new.id;
    select coalesce(sum(tax_minor), 0) into taxes from invoice_taxes
      where organization_id = new.organization_id and invoice_id = new.id;
    if items.n = 0 or items.net <> new.subtotal_minor or taxes <> new.tax_minor then
      raise exception 'The sums of the invoice do not follow from its lines' using errcode = 'CF002';
    end if;
  elsif new.lifecycle <> 'draft' then
    raise exception 'A draft can only be finalized' using errcode = 'CF001';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger frozen before update or delete on invoices for each row execute function cf.freeze_invoice();
--> statement-breakpoint
create function cf.born_draft() returns trigger language plpgsql as $$
begin
  if new.lifecycle <> 'draft' then
    raise exception 'An invoice begins as a draft' using errcode = 'CF001';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger born_draft before insert on invoices for each row execute function cf.born_draft();
--> statement-breakpoint
-- The share lock makes a late line wait for a finalization under way, and then be refused.
create function cf.freeze_invoice_part() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare part record; state text;
begin
  if tg_op = 'DELETE' then part := old; else part := new; end if;
  if tg_op = 'UPDATE' and (old.organization_id, old.invoice_id) <> (new.organization_id, new.invoice_id) then
    raise exception 'A line stays on its invoice' using errcode = 'CF001';
  end if;
  select lifecycle into state from invoices
    where organization_id = part.organization_id and id = part.invoice_id for share;
  if state <> 'draft' then
    raise exception 'An issued invoice never changes' using errcode = 'CF001';
  end if;
  return part;
end $$;
--> statement-breakpoint
create trigger frozen before insert or update or delete on invoice_items
  for each row execute function cf.freeze_invoice_part();
create trigger frozen before insert or update or delete on invoice_taxes
  for each row execute function cf.freeze_invoice_part();
--> statement-breakpoint

-- What is written once and never again.
create function cf.append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'CF003';
end $$;
--> statement-breakpoint
create trigger append_only before update or delete on journal_entries for each row execute function cf.append_only();
create trigger append_only before update or delete on journal_lines for each row execute function cf.append_only();
create trigger append_only before update or delete on audit_log for each row execute function cf.append_only();
create trigger append_only before update or delete on domain_events for each row execute function cf.append_only();
create trigger append_only before update or delete on payments for each row execute function cf.append_only();
create trigger append_only before update or delete on payment_allocations for each row execute function cf.append_only();
create trigger no_truncate before truncate on journal_entries execute function cf.append_only();
create trigger no_truncate before truncate on journal_lines execute function cf.append_only();
create trigger no_truncate before truncate on audit_log execute function cf.append_only();
create trigger no_truncate before truncate on invoices execute function cf.append_only();
--> statement-breakpoint

-- A journal entry sums to zero in each currency when its transaction commits.
create function cf.balanced() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare wrong record; entry uuid;
begin
  if tg_table_name = 'journal_lines' then entry := new.entry_id; else entry := new.id; end if;
  if not exists (select 1 from journal_lines where organization_id = new.organization_id and entry_id = entry) then
    raise exception 'Journal entry % has no lines', entry using errcode = 'CF004';
  end if;
  select currency, sum(amount_minor) as off into wrong from journal_lines
    where organization_id = new.organization_id and entry_id = entry group by currency having sum(amount_minor) <> 0 limit 1;
  if found then
    raise exception 'Journal entry % is off by % %', entry, wrong.off, wrong.currency using errcode = 'CF004';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger balanced after insert on journal_entries deferrable initially deferred
  for each row execute function cf.balanced();
create constraint trigger balanced after insert on journal_lines deferrable initially deferred
  for each row execute function cf.balanced();
--> statement-breakpoint
-- Lines join their entry only in the transaction that makes it: now() is the transaction's start.
create function cf.same_transaction() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from journal_entries e where e.organization_id = new.organization_id and e.id = new.entry_id
                 and e.created_at = now()::timestamptz(3)) then
    raise exception 'A posted journal entry never changes' using errcode = 'CF003';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger same_transaction before insert on journal_lines for each row execute function cf.same_transaction();
--> statement-breakpoint

-- What an invoice owes is the sum of its receivable postings; this alone writes the projection.
create function cf.project_balance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare i record;
begin
  select client_id, currency, due_date into strict i from invoices
    where organization_id = new.organization_id and id = new.invoice_id;
  if i.currency <> new.currency then
    raise exception 'A % posting does not settle a % invoice', new.currency, i.currency using errcode = 'CF004';
  end if;
  insert into invoice_balances as b (organization_id, invoice_id, client_id, currency, due_date, balance_minor)
    values (new.organization_id, new.invoice_id, i.client_id, i.currency, i.due_date, new.amount_minor)
    on conflict (organization_id, invoice_id) do update set balance_minor = b.balance_minor + excluded.balance_minor;
  return null;
end $$;
--> statement-breakpoint
create trigger project_balance after insert on journal_lines for each row
  when (new.account_code = 'receivable') execute function cf.project_balance();
--> statement-breakpoint

-- Allocations never exceed their payment; the row lock settles races.
create function cf.within_payment() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare p record; allocated bigint; invoice_currency text;
begin
  select amount_minor, currency into strict p from payments
    where organization_id = new.organization_id and id = new.payment_id for update;
  select coalesce(sum(amount_minor), 0) into allocated from payment_allocations
    where organization_id = new.organization_id and payment_id = new.payment_id;
  select currency into strict invoice_currency from invoices
    where organization_id = new.organization_id and id = new.invoice_id;
  if allocated + new.amount_minor > p.amount_minor or invoice_currency <> p.currency then
    raise exception 'A payment settles no more than itself, in its own currency' using errcode = 'CF005';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger within_payment before insert on payment_allocations for each row execute function cf.within_payment();
--> statement-breakpoint

-- Work that follows from an event is queued with it, and open screens are told when it commits.
create function cf.announce() returns trigger language plpgsql as $$
begin
  perform cf_jobs.enqueue('event', json_build_object('organizationId', new.organization_id, 'eventId', new.id));
  perform pg_notify('cf_events', json_build_object('organizationId', new.organization_id, 'type', new.type,
    'subjectId', new.subject_id, 'invoiceId', new.invoice_id)::text);
  return null;
end $$;
--> statement-breakpoint
create trigger announce after insert on domain_events for each row execute function cf.announce();
