-- How often something may be asked for: slots come back evenly, and a burst of them is kept ready (the generic cell rate
-- algorithm, ITU-T I.371). blocked_until is when the last slot that was taken would be due; one statement, so that
-- those who ask at once take turns at the row.
create function cf.take_slot(what text, who text, at timestamptz, burst int, seconds int)
returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  each constant interval := make_interval(secs => seconds::double precision / burst);
  room constant interval := make_interval(secs => seconds);
  due timestamptz;
begin
  insert into throttles as t (scope, key, tries, last_at, blocked_until) values (what, who, 0, at, at + each)
  on conflict (scope, key) do update set last_at = at, blocked_until = greatest(t.blocked_until, at) + each
    where greatest(t.blocked_until, at) + each <= at + room
  returning blocked_until into due;
  if due is null then
    select blocked_until into due from throttles where scope = what and key = who;
    return greatest(1, ceil(extract(epoch from due + each - at - room)));
  end if;
  -- Whoever is new makes room.
  if due = at + each then
    delete from throttles where (scope, key) in (select scope, key from throttles
      where scope = what and last_at < at - 2 * room order by last_at limit 10 for update skip locked);
  end if;
  return 0;
end $$;
--> statement-breakpoint
revoke execute on function cf.take_slot(text, text, timestamptz, int, int) from public;
grant execute on function cf.take_slot(text, text, timestamptz, int, int) to cf_auth;
