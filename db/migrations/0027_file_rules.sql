-- Who may touch uploaded files. Staff attach to drafts, admins choose the logo; a client and a link's holder read the
-- logo and what is attached to the documents that they see.
do $$
declare t text;
begin
  foreach t in array array['files', 'file_contents', 'logos'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
  end loop;
end $$;
--> statement-breakpoint
create policy staff on files for select to cf_staff, cf_system using (organization_id = cf.org());
create policy attaches on files for insert to cf_staff with check (organization_id = cf.org() and purpose = 'attachment');
create policy detaches on files for delete to cf_staff using (organization_id = cf.org() and purpose = 'attachment');
create policy brands on files for insert to cf_admin with check (organization_id = cf.org() and purpose = 'logo');
create policy reader on files for select to cf_client, cf_link using (organization_id = cf.org() and (purpose = 'logo'
  or exists (select 1 from invoices i where i.organization_id = files.organization_id and i.id = files.invoice_id)));
create policy owner on files to current_user using (true) with check (true);
create policy reader on file_contents for select to cf_staff, cf_system, cf_client, cf_link using (organization_id = cf.org()
  and exists (select 1 from files f where f.organization_id = file_contents.organization_id and f.id = file_contents.file_id));
create policy writer on file_contents for insert to cf_staff with check (organization_id = cf.org()
  and exists (select 1 from files f where f.organization_id = file_contents.organization_id and f.id = file_contents.file_id));
create policy reader on logos for select to cf_staff, cf_system, cf_client, cf_link using (organization_id = cf.org());
create policy admin on logos to cf_admin using (organization_id = cf.org()) with check (organization_id = cf.org());
--> statement-breakpoint
grant select on files, file_contents, logos to cf_staff, cf_client, cf_link, cf_system;
grant insert, delete on files to cf_staff;
grant insert on file_contents to cf_staff;
grant insert, update (file_id), delete on logos to cf_admin;
--> statement-breakpoint
-- A file never changes. What is attached to an issued document stays with it; a draft takes so many files, and an
-- organization so many bytes (lib/core/uploads.ts). The locks make those take turns who attach at the same moment.
create function cf.keep_file() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare part record; state text; held record;
begin
  if tg_op = 'UPDATE' then
    raise exception 'A file never changes' using errcode = 'CF003';
  end if;
  if tg_op = 'DELETE' then part := old; else part := new; end if;
  if part.purpose = 'attachment' then
    select lifecycle into state from invoices
      where organization_id = part.organization_id and id = part.invoice_id for no key update;
    if state <> 'draft' then
      raise exception 'An issued document keeps its files' using errcode = 'CF001';
    end if;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if new.purpose = 'attachment' then
    select count(*) as files, coalesce(sum(size), 0) as size into held from files
      where organization_id = new.organization_id and invoice_id = new.invoice_id;
    if held.files >= 10 then
      raise exception 'A document takes at most 10 files' using errcode = 'CF070';
    end if;
    if held.size + new.size > 20971520 then
      raise exception 'The files of a document are at most 20 MiB together' using errcode = 'CF071';
    end if;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('files ' || new.organization_id, 0));
  select coalesce(sum(size), 0) as size into held from files where organization_id = new.organization_id;
  if held.size + new.size > 1073741824 then
    raise exception 'The files of an organization are at most 1 GiB together' using errcode = 'CF072';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger kept before insert or update or delete on files for each row execute function cf.keep_file();
create trigger append_only before update on file_contents for each row execute function cf.append_only();
create trigger no_truncate before truncate on files execute function cf.append_only();
create trigger no_truncate before truncate on file_contents execute function cf.append_only();
--> statement-breakpoint
-- A logo that is no longer chosen goes, unless a document was issued with it.
create function cf.drop_unused_logo() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from files where organization_id = old.organization_id and id = old.file_id;
  return null;
exception when foreign_key_violation then
  return null;
end $$;
--> statement-breakpoint
create trigger drops_unused after update or delete on logos for each row execute function cf.drop_unused_logo();

--> statement-breakpoint
-- Readers see of these what staff see; an erasure takes the files of a client's drafts with them.
alter policy staff on files to cf_staff, cf_system, cf_reader;
alter policy reader on file_contents to cf_staff, cf_system, cf_client, cf_link, cf_reader;
alter policy reader on logos to cf_staff, cf_system, cf_client, cf_link, cf_reader;
alter policy admin on logos to cf_admin, cf_admin_reader;
grant select on files, file_contents, logos to cf_reader;
create policy forgets on files for delete to cf_system using (organization_id = cf.org() and purpose = 'attachment');
grant delete on files to cf_system;
