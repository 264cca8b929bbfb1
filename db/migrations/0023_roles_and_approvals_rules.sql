-- Custom roles, and refunds that two people decide. A role of nothing but reads runs as a reader: it sees what staff see
-- (cf_admin_reader also what admins see) and writes nothing but what its own account, the audit log and events need.
do $$
declare t text; p record;
begin
  foreach t in array array['custom_roles', 'refund_requests'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy system on public.%I for select to cf_system using (organization_id = cf.org())', t);
    execute format('create policy owner on public.%I to current_user using (true) with check (true)', t);
  end loop;
  grant select on custom_roles, refund_requests to cf_staff, cf_system;
  create policy staff on custom_roles for select to cf_staff using (organization_id = cf.org());
  create policy admin on custom_roles to cf_admin using (organization_id = cf.org()) with check (organization_id = cf.org());
  create policy auth on custom_roles for select to cf_auth using (true);
  grant select on custom_roles to cf_auth;
  grant insert, update (name, permissions, version, updated_at), delete on custom_roles to cf_admin;
  grant update (custom_role_id) on memberships to cf_admin;
  -- Staff ask and withdraw; deciding is admins' own.
  create policy staff on refund_requests for select to cf_staff using (organization_id = cf.org());
  create policy asks on refund_requests for insert to cf_staff with check (organization_id = cf.org() and state = 'pending');
  create policy withdraws on refund_requests for update to cf_staff
    using (organization_id = cf.org() and requested_by = cf.user_id()) with check (organization_id = cf.org() and state = 'withdrawn');
  create policy decides on refund_requests for update to cf_admin using (organization_id = cf.org()) with check (organization_id = cf.org());
  grant insert, update (state, decided_by, decided_at, refusal) on refund_requests to cf_staff;

  grant usage on schema cf to cf_reader, cf_admin_reader;
  grant cf_reader to cf_admin_reader;
  for p in select policyname, tablename, roles from pg_policies where schemaname = 'public' and cmd in ('SELECT', 'ALL') loop
    if 'cf_staff' = any (p.roles) then
      execute format('alter policy %I on public.%I to %s, cf_reader', p.policyname, p.tablename, array_to_string(p.roles, ', '));
    elsif 'cf_admin' = any (p.roles) then
      execute format('alter policy %I on public.%I to %s, cf_admin_reader', p.policyname, p.tablename, array_to_string(p.roles, ', '));
    end if;
  end loop;
  for t in select tablename from pg_tables where schemaname = 'public' loop
    if has_table_privilege('cf_staff', format('public.%I', t), 'select') then
      execute format('grant select on public.%I to cf_reader', t);
    elsif has_table_privilege('cf_admin', format('public.%I', t), 'select') then
      execute format('grant select on public.%I to cf_admin_reader', t);
    end if;
  end loop;
end $$;
--> statement-breakpoint
grant insert on audit_log, domain_events to cf_reader;
grant insert, delete, update (name, confirmed_at, last_step, last_used_at) on factors to cf_reader;
grant insert, delete on recovery_codes, used_challenges to cf_reader;
grant execute on function cf.take_turn(text, text, timestamptz, int, int, int, int) to cf_reader, cf_admin_reader;
grant execute on function cf.give_turn_back(text, text, timestamptz, boolean) to cf_reader, cf_admin_reader;
--> statement-breakpoint
-- Nobody gives what they do not have. Who holds a built-in role is answered for by the permission table; who holds a
-- custom one, by its row.
create function cf.gives_no_more() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare own text[]; given text[] := '{}';
begin
  select r.permissions into own from memberships m
    join custom_roles r on r.organization_id = m.organization_id and r.id = m.custom_role_id
    where m.organization_id = new.organization_id and m.user_id = cf.user_id();
  if not found then
    return new;
  elsif tg_table_name = 'custom_roles' then
    given := new.permissions;
    if tg_op = 'UPDATE' then
      given := given || old.permissions;
    end if;
  elsif new.role = 'custom' then
    select permissions into given from custom_roles where organization_id = new.organization_id and id = new.custom_role_id;
  end if;
  if not given <@ own or (to_jsonb(new) ->> 'role') = 'admin' then
    raise exception 'Nobody gives a permission that they do not have' using errcode = 'CF050';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger gives_no_more before insert or update of permissions on custom_roles for each row execute function cf.gives_no_more();
create trigger gives_no_more before insert or update of role, custom_role_id on memberships for each row execute function cf.gives_no_more();
create trigger gives_no_more before insert or update of role, custom_role_id on invitations for each row execute function cf.gives_no_more();
--> statement-breakpoint
-- Another role ends what was signed in as before, and so does a role that has come to allow more.
drop trigger ends_sessions on memberships;
create trigger ends_sessions after update on memberships for each row
  when ((old.role, old.custom_role_id, old.status, old.client_id) is distinct from (new.role, new.custom_role_id, new.status, new.client_id))
  execute function cf.ends_sessions();
create function cf.ends_sessions_of_role() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sessions s set revoked_at = now() from memberships m
  where m.organization_id = new.organization_id and m.custom_role_id = new.id
    and s.organization_id = m.organization_id and s.user_id = m.user_id and s.revoked_at is null;
  return null;
end $$;
create trigger ends_sessions after update on custom_roles for each row
  when (not new.permissions <@ old.permissions) execute function cf.ends_sessions_of_role();
--> statement-breakpoint
-- A request for a refund is asked by one person and decided once, by who decides it.
create function cf.decided_once() returns trigger language plpgsql as $$
declare free constant text[] := array['state', 'decided_by', 'decided_at', 'refusal'];
begin
  if tg_op = 'INSERT' then
    if new.state <> 'pending' or new.requested_by is distinct from cf.user_id() then
      raise exception 'A refund is asked for by oneself, and waits' using errcode = 'CF003';
    end if;
    return new;
  elsif tg_op = 'DELETE' or to_jsonb(new) - free <> to_jsonb(old) - free then
    raise exception 'refund_requests is append-only' using errcode = 'CF003';
  elsif old.state <> 'pending' or new.state = 'pending' then
    raise exception 'This request is decided' using errcode = 'CF009';
  elsif coalesce(new.decided_by, new.requested_by) is distinct from cf.user_id() then
    raise exception 'Who decides is named' using errcode = 'CF003';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger decided_once before insert or update or delete on refund_requests for each row execute function cf.decided_once();
create trigger no_truncate before truncate on refund_requests execute function cf.append_only();
--> statement-breakpoint
-- Beyond the organization's limit a person's refund needs an approved request of its id. What was refunded of the payment
-- without one counts as well, at the worth that the payment has in the books, so that parts come to no more than the whole.
create function cf.refund_approved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare most bigint; given numeric; paid numeric; worth numeric;
begin
  if new.recorded_by is null and current_setting('role') = 'cf_system' then
    return new;
  end if;
  select refund_approval_above_minor into most from organizations where id = new.organization_id;
  if most is null or exists (select 1 from refund_requests r where r.organization_id = new.organization_id and r.id = new.id
      and r.payment_id = new.payment_id and r.amount_minor = new.amount_minor and r.state = 'approved') then
    return new;
  end if;
  perform 1 from clients c join payments p on p.organization_id = c.organization_id and p.client_id = c.id
    where p.organization_id = new.organization_id and p.id = new.payment_id for no key update of c;
  select new.amount_minor + coalesce(sum(f.amount_minor), 0) into given from refunds f
    where f.organization_id = new.organization_id and f.payment_id = new.payment_id and f.state <> 'failed'
      and not exists (select 1 from refund_requests r where r.organization_id = f.organization_id and r.id = f.id and r.state = 'approved');
  select sum(l.amount_minor), sum(l.base_minor) into paid, worth from journal_entries e
    join journal_lines l on l.organization_id = e.organization_id and l.entry_id = e.id
    where e.organization_id = new.organization_id and e.kind = 'payment.received' and e.source_id = new.payment_id
      and l.account_code like 'cash.%';
  if given * worth > most * paid then
    raise exception 'A second person approves a refund beyond %', most using errcode = 'CF051';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger approved before insert on refunds for each row execute function cf.refund_approved();
--> statement-breakpoint
-- An approval books its refund in the same transaction, or is none.
create function cf.approval_books() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from refunds f where f.organization_id = new.organization_id and f.id = new.id
      and f.payment_id = new.payment_id and f.amount_minor = new.amount_minor) then
    raise exception 'An approved refund is booked' using errcode = 'CF004';
  end if;
  return null;
end $$;
create constraint trigger books after update on refund_requests deferrable initially deferred
  for each row when (new.state = 'approved') execute function cf.approval_books();
--> statement-breakpoint
-- A role goes while nobody holds it and no link leads to it: the keys ask. Links that have ended go with it.
create policy owner on invitations to current_user using (true) with check (true);
create function cf.forgets_role() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from invitations where organization_id = old.organization_id and custom_role_id = old.id
    and (accepted_at is not null or revoked_at is not null or expires_at < now());
  return old;
end $$;
create trigger forgets_role before delete on custom_roles for each row execute function cf.forgets_role();
