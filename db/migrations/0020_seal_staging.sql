-- What must not be readable at rest is sealed by the application, which alone has the keys: it waits here, where nobody but
-- the owner can look, until db/migrate has sealed it. The owner is bound by forced row-level security as well.
create policy owner on contacts to current_user using (true) with check (true);
create policy owner on webhook_inbox to current_user using (true) with check (true);
--> statement-breakpoint
create table cf.to_seal (
  table_name text not null,
  organization_id uuid not null,
  id uuid not null,
  -- By sealed column, the text that it is to hold.
  texts jsonb not null,
  primary key (table_name, organization_id, id)
);
revoke all on cf.to_seal from public;
--> statement-breakpoint
create function cf.stage(table_name text, organization_id uuid, id uuid, texts jsonb) returns void language sql as $$
  insert into cf.to_seal select table_name, organization_id, id, t from jsonb_strip_nulls(texts) t where t <> '{}'
$$;
--> statement-breakpoint
create function cf.address_text(line1 text, line2 text, postal_code text, city text, region text) returns text language sql as $$
  select case when coalesce(line1, line2, postal_code, city, region) is not null then jsonb_build_object('addressLine1', line1,
    'addressLine2', line2, 'postalCode', postal_code, 'city', city, 'region', region)::text end
$$;
--> statement-breakpoint
create function cf.party_text(party jsonb) returns text language sql as $$
  select case when party ?| array['taxNumber', 'addressLines'] then jsonb_build_object('taxNumber', party -> 'taxNumber',
    'addressLines', coalesce(party -> 'addressLines', '[]'))::text end
$$;
--> statement-breakpoint
select cf.stage('clients', organization_id, id, jsonb_build_object('tax_number_sealed', tax_number,
  'address_sealed', cf.address_text(address_line1, address_line2, postal_code, city, region))) from clients;
--> statement-breakpoint
select cf.stage('contacts', organization_id, id, jsonb_build_object('phone_sealed', phone)) from contacts;
--> statement-breakpoint
select cf.stage('organizations', id, id, jsonb_build_object('tax_number_sealed', tax_number,
  'address_sealed', cf.address_text(address_line1, address_line2, postal_code, city, region),
  'payment_instructions_sealed', payment_instructions)) from organizations;
--> statement-breakpoint
select cf.stage('invoices', organization_id, id, jsonb_build_object('seller_sealed', cf.party_text(seller),
  'buyer_sealed', cf.party_text(buyer), 'payment_instructions_sealed', payment_instructions)) from invoices;
--> statement-breakpoint
select cf.stage('webhook_inbox', organization_id, id, jsonb_build_object('payload_sealed', payload::text)) from webhook_inbox;
--> statement-breakpoint
drop function cf.stage, cf.address_text, cf.party_text;
--> statement-breakpoint
-- What is frozen is only cut in two here, never changed.
alter table invoices disable trigger user;
update invoices set seller = seller - array['taxNumber', 'addressLines'], buyer = buyer - array['taxNumber', 'addressLines'];
alter table invoices enable trigger user;
--> statement-breakpoint
-- As before, and: the owner of the table may seal anew what is sealed, which is how keys are changed.
create or replace function cf.freeze_invoice() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  free text[] := array['lifecycle', 'sent_at', 'first_viewed_at', 'last_viewed_at', 'voided_at', 'written_off_at',
    'answered_at', 'answered_by', 'answer_note', 'updated_at'];
  sealed constant text[] := array['seller_sealed', 'buyer_sealed', 'payment_instructions_sealed'];
  may_become text[];
begin
  -- Whoever owns the table seals the same text anew by another key; the function's own owner says nothing about the caller.
  if coalesce(nullif(current_setting('role'), 'none'), session_user)
     = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    free := free || sealed;
  end if;
  if tg_op = 'DELETE' then
    if old.lifecycle <> 'draft' then
      raise exception 'An issued invoice is never deleted' using errcode = 'CF001';
    end if;
    return old;
  end if;
  if (new.organization_id, new.id, new.kind, new.credited_invoice_id, new.quote_id, new.is_deposit)
     is distinct from (old.organization_id, old.id, old.kind, old.credited_invoice_id, old.quote_id, old.is_deposit) then
    raise exception 'A document stays what it is' using errcode = 'CF001';
  end if;
  if new.lifecycle <> old.lifecycle then
    may_become := case
      when old.lifecycle = 'draft' then array['open']
      when old.lifecycle <> 'open' then array[]::text[]
      -- Whoever holds a link can answer a quote, and end nothing else.
      when current_setting('role') = 'cf_link' and new.kind <> 'quote' then array[]::text[]
      when current_setting('role') = 'cf_link' then array['accepted', 'declined']
      when new.kind = 'quote' then array['accepted', 'declined', 'void']
      when new.kind = 'credit_note' then array['void']
      else array['void', 'written_off'] end;
    if not new.lifecycle = any (may_become) then
      raise exception 'A % cannot go from % to %', new.kind, old.lifecycle, new.lifecycle using errcode = 'CF001';
    end if;
  end if;
  if old.lifecycle <> 'draft' then
    if to_jsonb(new) - free <> to_jsonb(old) - free then
      raise exception 'An issued invoice never changes' using errcode = 'CF001';
    end if;
    if old.answered_at is not null and (new.answered_at, new.answered_by, new.answer_note)
        is distinct from (old.answered_at, old.answered_by, old.answer_note) then
      raise exception 'A quote is answered once' using errcode = 'CF009';
    end if;
    if new.lifecycle = 'void' and old.lifecycle = 'open' and new.is_deposit and cf.is_deducted(new.organization_id, new.id) then
      raise exception 'The deposit is taken off another invoice' using errcode = 'CF011';
    end if;
  elsif new.lifecycle = 'open' then
    perform cf.may_be_issued(new);
  end if;
  return new;
end $$;
