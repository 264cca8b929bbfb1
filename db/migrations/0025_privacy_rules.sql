-- Who may ask for archives, erase, and let what was kept for its time only go. The system does the work: only it may.
do $$
declare t text;
begin
  foreach t in array array['data_exports', 'data_export_parts', 'retention_runs'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy system on public.%I to cf_system using (organization_id = cf.org()) with check (organization_id = cf.org())', t);
    execute format('create policy owner on public.%I to current_user using (true) with check (true)', t);
  end loop;
  foreach t in array array['password_resets', 'email_changes'] loop
    execute format('create policy system_forgets on public.%I for delete to cf_system using (organization_id = cf.org())', t);
  end loop;
  foreach t in array array['factors', 'recovery_codes', 'used_challenges'] loop
    execute format('create policy system on public.%I to cf_system using (organization_id = cf.org())', t);
  end loop;
end $$;
create policy owner on users to current_user using (true) with check (true);
--> statement-breakpoint
-- A client's archive is for admins, a person's own for that person alone.
create policy own on data_exports to cf_staff, cf_client
  using (organization_id = cf.org() and subject_type = 'user' and subject_id = cf.user_id())
  with check (organization_id = cf.org() and subject_type = 'user' and subject_id = cf.user_id() and requested_by = cf.user_id());
create policy clients on data_exports to cf_admin
  using (organization_id = cf.org() and subject_type = 'client')
  with check (organization_id = cf.org() and subject_type = 'client' and requested_by = cf.user_id());
create policy reader on data_export_parts for select to cf_staff, cf_client using (organization_id = cf.org() and exists (
  select 1 from data_exports e where e.organization_id = data_export_parts.organization_id and e.id = data_export_parts.export_id));
create policy staff on retention_runs to cf_admin using (organization_id = cf.org()) with check (organization_id = cf.org());
grant select, insert on data_exports to cf_staff, cf_client;
grant select on data_export_parts to cf_staff, cf_client;
grant select, insert on retention_runs to cf_admin;
grant select, insert, update, delete on data_exports, data_export_parts, retention_runs to cf_system;
--> statement-breakpoint
grant select on audit_log to cf_system;
grant select (organization_id, id, user_id, kind, name, created_at, confirmed_at, last_used_at) on factors to cf_system;
grant select (organization_id, id, user_id) on recovery_codes to cf_system;
grant select (organization_id, challenge_hash, expires_at) on used_challenges to cf_system;
grant update on clients to cf_system;
grant update (reference, note) on payments to cf_system;
grant update (reason) on refunds to cf_system;
grant update (payload) on domain_events to cf_system;
grant update (status) on memberships to cf_system;
grant delete on contacts, invoices, invoice_items, invoice_adjustments, invoice_taxes, instalments, sessions, invitations,
  password_resets, email_changes, factors, recovery_codes, used_challenges to cf_system;
grant update (erased_at) on users to cf_auth;
--> statement-breakpoint

-- For how many years a country has issued documents kept, and whether that counts from the end of the calendar year of issue or
-- from that of the business year, which ends in the next calendar year at the latest. lib/core/retention.ts names the laws.
create function cf.retention_law(country text, out years integer, out from_books boolean) language sql immutable parallel safe as $$
  select coalesce(law.years, 10), coalesce(law.from_books, true) from (select country as code) asked left join (values
    ('AT', 7, false), ('AU', 5, true), ('BE', 10, false), ('CA', 6, true), ('CH', 10, true), ('CZ', 10, false),
    ('DE', 8, false), ('DK', 5, true), ('ES', 6, true), ('FI', 6, true), ('FR', 10, true), ('GB', 6, true),
    ('IE', 6, false), ('IN', 8, true), ('IT', 10, true), ('JP', 7, true), ('LU', 10, true), ('NL', 7, true),
    ('NO', 5, true), ('NZ', 7, true), ('PL', 5, true), ('PT', 10, false), ('SE', 7, true), ('US', 7, true)
  ) law (code, years, from_books) on law.code = asked.code
$$;
--> statement-breakpoint
-- The last day on which a document of that day is kept.
create function cf.retained_until(issued date, country text, chosen integer) returns date language sql immutable parallel safe as $$
  select make_date(extract(year from issued)::integer + coalesce(chosen, law.years) + law.from_books::integer, 12, 31)
  from cf.retention_law(country) law
$$;
--> statement-breakpoint
-- Whether a change of an issued document is the forgetting of an erased client: of who answered a quote at any time, of the
-- buyer only after the law has had the document kept, and of nothing else. Everything else meets cf.freeze_invoice.
create function cf.forgets(was invoices, becomes invoices) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  people constant text[] := array['answered_by', 'answer_note'];
  party constant text[] := array['buyer', 'buyer_sealed'];
  kept_until date; today date;
begin
  if current_setting('role') <> 'cf_system' or was.lifecycle = 'draft'
      or to_jsonb(becomes) - people - party <> to_jsonb(was) - people - party
      or (becomes.answered_by is null) <> (was.answered_by is null) or becomes.answer_note is not null
      or (becomes.buyer_sealed is not null and becomes.buyer_sealed <> was.buyer_sealed)
      or not exists (select 1 from clients where organization_id = was.organization_id and id = was.client_id
                     and erased_at is not null) then
    return false;
  end if;
  if to_jsonb(becomes) - people = to_jsonb(was) - people then
    return true;
  end if;
  select cf.retained_until(was.issue_date, country, retention_years), (now() at time zone time_zone)::date
    into strict kept_until, today from organizations where id = was.organization_id;
  return today > kept_until;
end $$;
--> statement-breakpoint
drop trigger frozen on invoices;
create trigger frozen before delete on invoices for each row execute function cf.freeze_invoice();
create trigger frozen_update before update on invoices for each row
  when (not cf.forgets(old, new)) execute function cf.freeze_invoice();
--> statement-breakpoint

-- A client is erased once, with nothing open, by the system; and stays so.
create function cf.client_stays_erased() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.erased_at is not null then
    raise exception 'This client is erased' using errcode = 'CF060';
  end if;
  if new.erased_at is null then
    return new;
  end if;
  if current_setting('role') <> 'cf_system' then
    raise exception 'Only an erasure erases' using errcode = '42501';
  end if;
  if exists (select 1 from invoice_balances where organization_id = new.organization_id and client_id = new.id and balance_minor <> 0)
      or exists (select 1 from credit_balances where organization_id = new.organization_id and client_id = new.id and balance_minor <> 0)
      or exists (select 1 from refunds r join payments p on p.organization_id = r.organization_id and p.id = r.payment_id
                 where p.organization_id = new.organization_id and p.client_id = new.id and r.state = 'pending')
      or exists (select 1 from invoices where organization_id = new.organization_id and client_id = new.id and lifecycle = 'draft') then
    raise exception 'Something with this client is still open' using errcode = 'CF061';
  end if;
  return new;
end $$;
create trigger stays_erased before update on clients for each row execute function cf.client_stays_erased();
--> statement-breakpoint
-- Nothing new is kept on an erased client. The key's own lock makes whoever adds something wait for an erasure.
create function cf.not_of_erased() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from clients where organization_id = new.organization_id and id = new.client_id and erased_at is null for key share;
  if not found and exists (select 1 from clients where organization_id = new.organization_id and id = new.client_id) then
    raise exception 'This client is erased' using errcode = 'CF060';
  end if;
  return new;
end $$;
create trigger not_of_erased before insert on contacts for each row execute function cf.not_of_erased();
create trigger not_of_erased before insert on invoices for each row when (new.client_id is not null) execute function cf.not_of_erased();
create trigger moved_not_to_erased before update on invoices for each row
  when (new.client_id is not null and new.client_id is distinct from old.client_id) execute function cf.not_of_erased();
create trigger not_of_erased before insert on memberships for each row when (new.client_id is not null) execute function cf.not_of_erased();
create trigger moved_not_to_erased before update on memberships for each row
  when (new.client_id is not null and (new.client_id, new.status) is distinct from (old.client_id, old.status) and new.status = 'active')
  execute function cf.not_of_erased();
create trigger not_of_erased before insert on invitations for each row when (new.client_id is not null) execute function cf.not_of_erased();
--> statement-breakpoint
create function cf.user_stays_erased() returns trigger language plpgsql as $$
begin
  raise exception 'This person is erased' using errcode = 'CF060';
end $$;
create trigger stays_erased before update on users for each row when (old.erased_at is not null) execute function cf.user_stays_erased();
--> statement-breakpoint
create function cf.no_erased_member() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from users where id = new.user_id and erased_at is not null) then
    raise exception 'This person is erased' using errcode = 'CF060';
  end if;
  return new;
end $$;
create trigger no_erased_member before insert or update on memberships for each row
  when (new.status = 'active') execute function cf.no_erased_member();
--> statement-breakpoint

-- What happened stays; what was said about people in it may go, and leaves a mark.
create function cf.event_forgets() returns trigger language plpgsql as $$
declare people constant text[] := array['recipient', 'message', 'name', 'erased'];
begin
  if tg_op = 'DELETE' or current_setting('role') <> 'cf_system'
      or to_jsonb(new) - 'payload' <> to_jsonb(old) - 'payload'
      or new.payload - people <> old.payload - people
      or new.payload ?| array['recipient', 'message', 'name'] or not new.payload ? 'erased' then
    raise exception 'domain_events is append-only' using errcode = 'CF003';
  end if;
  return new;
end $$;
drop trigger append_only on domain_events;
create trigger append_only before update or delete on domain_events for each row execute function cf.event_forgets();
--> statement-breakpoint
-- Free texts of a payment and of a refund go with their client, nothing else of them ever.
create function cf.payment_forgets(was payments, becomes payments) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select current_setting('role') = 'cf_system' and becomes.reference is null and becomes.note is null
    and to_jsonb(becomes) - array['reference', 'note'] = to_jsonb(was) - array['reference', 'note']
    and exists (select 1 from clients c where c.organization_id = was.organization_id and c.id = was.client_id and c.erased_at is not null)
$$;
create function cf.refund_forgets(was refunds, becomes refunds) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select current_setting('role') = 'cf_system' and becomes.reason is null and to_jsonb(becomes) - 'reason' = to_jsonb(was) - 'reason'
    and exists (select 1 from payments p join clients c on c.organization_id = p.organization_id and c.id = p.client_id
      where p.organization_id = was.organization_id and p.id = was.payment_id and c.erased_at is not null)
$$;
drop trigger set_once on payments;
create trigger set_once before update on payments for each row
  when (not cf.payment_forgets(old, new)) execute function cf.set_once('reversed_on', 'reversal_reason');
create trigger never_deleted before delete on payments for each row execute function cf.append_only();
drop trigger moves_on on refunds;
create trigger moves_on before update on refunds for each row
  when (not cf.refund_forgets(old, new)) execute function cf.refund_moves_on();
create trigger never_deleted before delete on refunds for each row execute function cf.append_only();
--> statement-breakpoint

-- Tries that count no more, of whichever organization; returns how many.
create function cf.drop_throttles(before timestamptz, most integer) returns integer
  language sql security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from throttles where (scope, key) in (
      select scope, key from throttles where last_at < before and blocked_until < before order by last_at limit most for update skip locked)
    returning 1)
  select count(*)::integer from gone
$$;
revoke all on function cf.drop_throttles from public;
grant execute on function cf.drop_throttles to cf_system;

--> statement-breakpoint
-- Readers see of these what staff and admins see, and ask for their own archive.
alter policy own on data_exports to cf_staff, cf_client, cf_reader;
alter policy reader on data_export_parts to cf_staff, cf_client, cf_reader;
alter policy clients on data_exports to cf_admin, cf_admin_reader;
alter policy staff on retention_runs to cf_admin, cf_admin_reader;
grant select on data_exports, data_export_parts to cf_reader;
grant insert on data_exports to cf_reader;
grant select on retention_runs to cf_admin_reader;
