-- The person that a transaction acts for, beside its organization: factors are each person's own.
create function cf.user_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.user', true), '')::uuid $$;
--> statement-breakpoint
-- Whoever tries the product out signs in by password alone.
update organizations set mfa_policy = 'optional' where is_demo;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['factors', 'recovery_codes', 'used_challenges'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy owner on public.%I to current_user using (true) with check (true)', t);
  end loop;
  foreach t in array array['factors', 'recovery_codes'] loop
    execute format('create policy own on public.%I to cf_staff, cf_client using (organization_id = cf.org() and user_id = cf.user_id()) with check (organization_id = cf.org() and user_id = cf.user_id())', t);
    execute format('create policy admin_sees on public.%I for select to cf_admin using (organization_id = cf.org())', t);
    execute format('create policy admin_resets on public.%I for delete to cf_admin using (organization_id = cf.org())', t);
    execute format('create policy auth_uses on public.%I for update to cf_auth using (organization_id = cf.org()) with check (organization_id = cf.org())', t);
  end loop;
end $$;
--> statement-breakpoint
-- Whether a person has a factor is asked before it is known whose organization is asking.
create policy auth on factors for select to cf_auth using (true);
create policy auth on recovery_codes for select to cf_auth using (organization_id = cf.org());
create policy anyone on used_challenges to cf_auth, cf_staff, cf_client
  using (organization_id = cf.org()) with check (organization_id = cf.org());
--> statement-breakpoint
-- Whoever adds a factor tells the app or the device who they are.
create policy own on users for select to cf_client using (id = cf.user_id());
grant select (id, email, name) on users to cf_client;
grant select, insert, delete, update (name, confirmed_at, last_step, last_used_at) on factors to cf_staff, cf_client;
grant select, update (last_step, counter, last_used_at) on factors to cf_auth;
grant select, insert, delete on recovery_codes to cf_staff, cf_client;
grant select, update (used_at) on recovery_codes to cf_auth;
grant select, insert, delete on used_challenges to cf_auth, cf_staff, cf_client;
--> statement-breakpoint
-- What was used is never unused: codes and counters only go forward, a proof is taken once.
create function cf.goes_forward() returns trigger language plpgsql as $$
begin
  if new.last_step < old.last_step or new.counter < old.counter
    or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at) then
    raise exception 'A factor goes forward only' using errcode = 'CF030';
  end if;
  return new;
end $$;
create trigger goes_forward before update on factors for each row execute function cf.goes_forward();
create function cf.used_once() returns trigger language plpgsql as $$
begin
  if old.used_at is not null then
    raise exception 'A recovery code is used once' using errcode = 'CF030';
  end if;
  return new;
end $$;
create trigger used_once before update on recovery_codes for each row execute function cf.used_once();
--> statement-breakpoint
-- A pending session stays one: the second step makes another.
create function cf.keeps_stage() returns trigger language plpgsql as $$
begin
  raise exception 'A session keeps its stage' using errcode = 'CF030';
end $$;
create trigger keeps_stage before update on sessions for each row when (new.stage <> old.stage) execute function cf.keeps_stage();
--> statement-breakpoint
-- Nobody takes away their own last factor where one is required; an admin may, for somebody else. The lock on the
-- membership makes two removals at once take turns.
create function cf.keeps_factor() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.user_id is distinct from cf.user_id() then return old; end if;
  perform 1 from memberships where organization_id = old.organization_id and user_id = old.user_id for update;
  if exists (select 1 from memberships m join organizations o on o.id = m.organization_id
             where m.organization_id = old.organization_id and m.user_id = old.user_id
               and m.role <> 'client' and o.mfa_policy = 'required')
     and not exists (select 1 from factors where organization_id = old.organization_id and user_id = old.user_id
                       and id <> old.id and confirmed_at is not null) then
    raise exception 'The last factor stays where one is required' using errcode = 'CF031';
  end if;
  return old;
end $$;
create trigger keeps_factor before delete on factors for each row when (old.confirmed_at is not null)
  execute function cf.keeps_factor();

--> statement-breakpoint
-- A proof is noted in its session, and so are wrong ones.
grant update (proven_at, tries) on sessions to cf_auth;
