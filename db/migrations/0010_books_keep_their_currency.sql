CREATE INDEX "domain_events_subject" ON "domain_events" USING btree ("organization_id","subject_id","id");--> statement-breakpoint
-- What was posted was posted in a currency, and the books are kept in that one from then on.
create function cf.keeps_currency() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from journal_entries where organization_id = new.id) then
    raise exception 'The books are kept in %', old.currency using errcode = 'CF013';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keeps_currency before update on organizations for each row
  when (old.currency <> new.currency) execute function cf.keeps_currency();
