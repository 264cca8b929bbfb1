-- An organization never loses its last active admin. Checked at commit; the organization's row lock makes two who
-- remove each other at once take turns, so that the second sees what the first has done.
create policy owner on memberships to current_user using (true) with check (true);
--> statement-breakpoint
create function cf.keeps_admin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from organizations where id = old.organization_id for update;
  if not exists (select 1 from memberships
                 where organization_id = old.organization_id and role = 'admin' and status = 'active') then
    raise exception 'An organization has at least one active admin' using errcode = 'CF006';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger keeps_admin after update or delete on memberships deferrable initially deferred
  for each row when (old.role = 'admin' and old.status = 'active') execute function cf.keeps_admin();
