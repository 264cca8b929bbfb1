-- Sign-ins, and what leads to them. cf_auth looks tokens up before it is known who is asking; the system reads what it
-- writes emails about.
do $$
declare t text;
begin
  foreach t in array array['password_resets', 'email_changes', 'throttles'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
  end loop;
  foreach t in array array['password_resets', 'email_changes'] loop
    execute format('create policy auth on public.%I to cf_auth using (true) with check (true)', t);
    execute format('create policy system on public.%I for select to cf_system using (organization_id = cf.org())', t);
  end loop;
  foreach t in array array['throttles', 'sessions'] loop
    execute format('create policy owner on public.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
grant update (name, email, password_hash, pepper_version) on users to cf_auth;
revoke update on sessions from cf_auth;
grant update (last_used_at, revoked_at) on sessions to cf_auth;
grant select, insert, update (used_at, revoked_at) on password_resets to cf_auth;
grant select, insert, update (old_confirmed_at, new_confirmed_at, applied_at, cancelled_at) on email_changes to cf_auth;
grant select on password_resets, email_changes, sessions to cf_system;
--> statement-breakpoint
-- One try at what can be guessed, counted before it is made, one after the other: the seconds to wait, 0 for go ahead.
-- After `free` tries the first wait follows, and each further try doubles it. Who must wait is not counted.
create function cf.take_turn(what text, who text, at timestamptz, free int, first_wait int, longest int, forget int)
returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counted throttles;
  tried int;
begin
  insert into throttles (scope, key, tries, last_at, blocked_until) values (what, who, 0, at, at)
  on conflict (scope, key) do update set tries = throttles.tries returning * into counted;
  if counted.blocked_until > at then
    return ceil(extract(epoch from counted.blocked_until - at));
  end if;
  tried := 1 + case when counted.last_at < at - make_interval(secs => forget) then 0 else counted.tries end;
  update throttles set tries = tried, last_at = at, blocked_until = case when tried < free then at
    else at + make_interval(secs => least(longest, first_wait * power(2, least(tried - free, 20)))) end
  where scope = what and key = who;
  -- Whoever is new makes room: the table stays as large as a day's tries.
  if counted.tries = 0 then
    delete from throttles where (scope, key) in (select scope, key from throttles
      where scope = what and last_at < at - make_interval(secs => forget) order by last_at limit 10 for update skip locked);
  end if;
  return 0;
end $$;
--> statement-breakpoint
-- A try that went well: it counts no more, nor the wait that it began; with `all_of_them` neither do those before it.
create function cf.give_turn_back(what text, who text, at timestamptz, all_of_them boolean)
returns void language sql security definer set search_path = public, pg_temp as $$
  update throttles set tries = case when all_of_them then 0 else greatest(tries - 1, 0) end, blocked_until = at
  where scope = what and key = who
$$;
--> statement-breakpoint
revoke execute on function cf.take_turn(text, text, timestamptz, int, int, int, int) from public;
revoke execute on function cf.give_turn_back(text, text, timestamptz, boolean) from public;
grant execute on function cf.take_turn(text, text, timestamptz, int, int, int, int) to cf_auth, cf_staff, cf_admin, cf_client;
grant execute on function cf.give_turn_back(text, text, timestamptz, boolean) to cf_auth, cf_staff, cf_admin, cf_client;
--> statement-breakpoint
-- A session can only end: nobody brings a revoked or idle one back, lengthens one, or hands one to somebody else.
create function cf.session_only_ends() returns trigger language plpgsql as $$
declare fixed constant text[] := array['id', 'organization_id', 'user_id', 'user_agent', 'ip', 'device_hash', 'created_at',
  'idle_seconds', 'expires_at'];
declare col text;
begin
  if tg_op = 'UPDATE' then
    foreach col in array fixed loop
      if to_jsonb(new) -> col is distinct from to_jsonb(old) -> col then
        raise exception 'The % of a session never changes', col using errcode = 'CF003';
      end if;
    end loop;
    if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at then
      raise exception 'This session has ended' using errcode = 'CF009';
    end if;
    if new.last_used_at is distinct from old.last_used_at
        and (old.revoked_at is not null or new.last_used_at >= old.idle_until) then
      raise exception 'This session has ended' using errcode = 'CF009';
    end if;
  end if;
  new.idle_until := least(new.last_used_at + make_interval(secs => new.idle_seconds), new.expires_at);
  return new;
end $$;
create trigger only_ends before insert or update on sessions for each row execute function cf.session_only_ends();
--> statement-breakpoint
-- Another role, another client or no access any more: what was signed in as before ends with it.
create function cf.ends_sessions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sessions set revoked_at = now()
  where organization_id = new.organization_id and user_id = new.user_id and revoked_at is null;
  return null;
end $$;
create trigger ends_sessions after update on memberships for each row
  when ((old.role, old.status, old.client_id) is distinct from (new.role, new.status, new.client_id))
  execute function cf.ends_sessions();
--> statement-breakpoint
-- A link works once: what was used or taken back stays so.
create function cf.link_ends_once() returns trigger language plpgsql as $$
declare col text;
begin
  foreach col in array tg_argv loop
    if to_jsonb(old) ->> col is not null then
      raise exception 'This link has ended' using errcode = 'CF009';
    end if;
  end loop;
  return new;
end $$;
create trigger ends_once before update on password_resets for each row execute function cf.link_ends_once('used_at', 'revoked_at');
create trigger ends_once before update on email_changes for each row execute function cf.link_ends_once('applied_at', 'cancelled_at');
create trigger ends_once before update on invitations for each row execute function cf.link_ends_once('accepted_at', 'revoked_at');
