-- The audit log becomes a chain. A transaction only notes that its entry waits: linking it there and then would keep every
-- other transaction of the organization waiting until this one has committed. cf.seal_audit links what has committed.

-- What an entry's hash is of: every column as text, in the table's order, each as its length in bytes, a colon and the
-- text, or "-" for null, one per line. lib/audit/chain.ts computes the same.
create function cf.audit_entry_hash(entry audit_log) returns bytea language sql stable set search_path = pg_catalog, pg_temp as $$
  select sha256(convert_to(string_agg(
    coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-'), e'\n' order by position), 'UTF8'))
  from unnest(array[
    entry.organization_id::text, entry.id::text, entry.action, entry.subject_type, entry.subject_id::text,
    entry.actor_kind, entry.actor_id::text, entry.before::text, entry.after::text, entry.request_id, entry.ip,
    to_char(entry.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  ]) with ordinality as columns (value, position)
$$;
--> statement-breakpoint
create function cf.audit_waits() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_unsealed (organization_id, entry_id) values (new.organization_id, new.id);
  return null;
end $$;
--> statement-breakpoint
create trigger waits after insert on audit_log for each row execute function cf.audit_waits();
--> statement-breakpoint
-- Links up to so many waiting entries of the transaction's organization, in the order of their ids; returns how many.
-- One seals at a time; whoever comes meanwhile finds it being done. An entry that vanished before it was sealed keeps waiting.
create function cf.seal_audit(most integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare org constant uuid := cf.org(); entry audit_log; own bytea; place bigint; link bytea; sealed uuid[] := '{}';
begin
  if not pg_try_advisory_xact_lock(4715204, hashtext(org::text)) then
    return 0;
  end if;
  select seq, hash into place, link from audit_chain where organization_id = org order by seq desc limit 1;
  if not found then
    place := 0;
    link := sha256(convert_to('counterfoil audit chain 1 ' || org, 'UTF8'));
  end if;
  for entry in
    select l.* from audit_unsealed w join audit_log l on l.organization_id = w.organization_id and l.id = w.entry_id
    where w.organization_id = org order by w.entry_id limit most
  loop
    place := place + 1;
    own := cf.audit_entry_hash(entry);
    link := sha256(link || int8send(place) || own);
    insert into audit_chain (organization_id, seq, entry_id, entry_hash, hash) values (org, place, entry.id, own, link);
    sealed := sealed || entry.id;
  end loop;
  delete from audit_unsealed where organization_id = org and entry_id = any (sealed);
  return cardinality(sealed);
end $$;
--> statement-breakpoint
create trigger append_only before update or delete on audit_chain for each row execute function cf.append_only();
create trigger no_truncate before truncate on audit_chain execute function cf.append_only();
--> statement-breakpoint
-- What was written before there was a chain waits for its link like any other entry.
alter table audit_log no force row level security;
insert into audit_unsealed (organization_id, entry_id) select organization_id, id from audit_log;
alter table audit_log force row level security;
--> statement-breakpoint
alter table audit_chain enable row level security;
alter table audit_chain force row level security;
alter table audit_unsealed enable row level security;
alter table audit_unsealed force row level security;
create policy staff on audit_chain for select to cf_admin using (organization_id = cf.org());
create policy system on audit_chain for select to cf_system using (organization_id = cf.org());
-- The sealer asks which organizations have something to seal, as nobody in particular.
create policy auth on audit_unsealed for select to cf_auth using (true);
create policy owner on audit_log to current_user using (true) with check (true);
create policy owner on audit_chain to current_user using (true) with check (true);
create policy owner on audit_unsealed to current_user using (true) with check (true);
grant select on audit_chain to cf_admin, cf_system;
grant select (organization_id) on audit_unsealed to cf_auth;
revoke all on function cf.seal_audit, cf.audit_entry_hash, cf.audit_waits from public;
grant execute on function cf.seal_audit to cf_system;
