-- Who may touch what. Grants say which commands, policies say which rows; a table without a policy shows nothing.
-- cf_auth looks people and links up before it is known who is asking; cf_admin is cf_staff and more.
grant usage on schema cf to cf_auth, cf_staff, cf_admin, cf_client, cf_link, cf_system;
--> statement-breakpoint
do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
  end loop;
  for t in select c.table_name from information_schema.columns c
           where c.table_schema = 'public' and c.column_name = 'organization_id' loop
    execute format('create policy staff on public.%I to cf_staff using (organization_id = cf.org()) with check (organization_id = cf.org())', t);
    execute format('create policy system on public.%I to cf_system using (organization_id = cf.org()) with check (organization_id = cf.org())', t);
  end loop;
end $$;
--> statement-breakpoint
create policy staff on organizations to cf_staff using (id = cf.org()) with check (id = cf.org());
create policy system on organizations to cf_system using (id = cf.org());
create policy reader on organizations for select to cf_client, cf_link using (id = cf.org());
create policy auth on organizations to cf_auth using (true) with check (true);
--> statement-breakpoint
create policy member on users for select to cf_staff, cf_system
  using (exists (select 1 from memberships m where m.user_id = users.id));
create policy auth on users to cf_auth using (true) with check (true);
create policy auth on memberships to cf_auth using (true) with check (true);
create policy auth on sessions to cf_auth using (true) with check (true);
create policy auth on invitations to cf_auth using (true) with check (true);
create policy auth on invoice_links for select to cf_auth using (true);
create policy auth on audit_log for insert to cf_auth with check (organization_id = cf.org());
create policy auth on domain_events for insert to cf_auth with check (organization_id = cf.org());
--> statement-breakpoint
create policy link on invoices to cf_link
  using (organization_id = cf.org() and id = cf.invoice() and lifecycle <> 'draft');
create policy link on invoice_items for select to cf_link using (organization_id = cf.org() and invoice_id = cf.invoice());
create policy link on invoice_taxes for select to cf_link using (organization_id = cf.org() and invoice_id = cf.invoice());
create policy link on invoice_balances for select to cf_link using (organization_id = cf.org() and invoice_id = cf.invoice());
create policy link on payment_allocations for select to cf_link using (organization_id = cf.org() and invoice_id = cf.invoice());
create policy link on payments for select to cf_link using (organization_id = cf.org() and exists (
  select 1 from payment_allocations a where a.organization_id = payments.organization_id and a.payment_id = payments.id));
create policy link on payment_attempts to cf_link
  using (organization_id = cf.org() and invoice_id = cf.invoice())
  with check (organization_id = cf.org() and invoice_id = cf.invoice());
create policy link on domain_events for insert to cf_link with check (organization_id = cf.org() and invoice_id = cf.invoice());
create policy link on audit_log for insert to cf_link with check (organization_id = cf.org());
--> statement-breakpoint
create policy client on clients for select to cf_client using (organization_id = cf.org() and id = cf.client());
create policy client on invoices for select to cf_client
  using (organization_id = cf.org() and client_id = cf.client() and lifecycle <> 'draft');
create policy client on invoice_items for select to cf_client using (organization_id = cf.org() and exists (
  select 1 from invoices i where i.organization_id = invoice_items.organization_id and i.id = invoice_items.invoice_id));
create policy client on invoice_taxes for select to cf_client using (organization_id = cf.org() and exists (
  select 1 from invoices i where i.organization_id = invoice_taxes.organization_id and i.id = invoice_taxes.invoice_id));
create policy client on invoice_links for select to cf_client using (organization_id = cf.org() and exists (
  select 1 from invoices i where i.organization_id = invoice_links.organization_id and i.id = invoice_links.invoice_id));
create policy client on invoice_balances for select to cf_client using (organization_id = cf.org() and client_id = cf.client());
create policy client on payments for select to cf_client using (organization_id = cf.org() and client_id = cf.client());
create policy client on payment_allocations for select to cf_client using (organization_id = cf.org() and exists (
  select 1 from payments p where p.organization_id = payment_allocations.organization_id and p.id = payment_allocations.payment_id));
create policy client on domain_events for insert to cf_client with check (organization_id = cf.org());
create policy client on audit_log for insert to cf_client with check (organization_id = cf.org());
--> statement-breakpoint
-- Trigger functions run as the owner, whom forced row-level security binds as well.
do $$
declare t text;
begin
  foreach t in array array['organizations', 'accounts', 'number_series', 'invoices', 'invoice_items', 'invoice_taxes',
    'invoice_balances', 'journal_entries', 'journal_lines', 'payments', 'payment_allocations'] loop
    execute format('create policy owner on public.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert on organizations to cf_auth;
grant select, insert on users to cf_auth;
grant select, insert on memberships to cf_auth;
grant select, insert, update on sessions to cf_auth;
grant select, update (accepted_at) on invitations to cf_auth;
grant select on invoice_links to cf_auth;
grant insert on audit_log, domain_events to cf_auth;
--> statement-breakpoint
grant select on organizations, number_series, tax_rates, users, memberships, accounts, invoice_balances, payment_attempts,
  payments, payment_allocations, deliveries, journal_entries, journal_lines, domain_events to cf_staff;
grant select, insert, update on clients, contacts, products, invoice_links to cf_staff;
grant select, insert, update, delete on invoices, invoice_items, invoice_taxes to cf_staff;
grant update (next_value) on number_series to cf_staff;
grant insert on journal_entries, journal_lines, domain_events, audit_log to cf_staff;
--> statement-breakpoint
grant cf_staff to cf_admin;
grant update on organizations to cf_admin;
grant update (pattern) on number_series to cf_admin;
grant insert, update on tax_rates to cf_admin;
grant update (role, status, client_id) on memberships to cf_admin;
grant select, update (revoked_at) on sessions to cf_admin;
grant select, insert, update on invitations to cf_admin;
grant select on webhook_inbox, webhook_rejections, audit_log to cf_admin;
grant update (state, problem) on webhook_inbox to cf_admin;
--> statement-breakpoint
grant select on organizations, clients, invoices, invoice_items, invoice_taxes, invoice_links, invoice_balances, payments,
  payment_allocations to cf_client;
grant insert on domain_events, audit_log to cf_client;
--> statement-breakpoint
grant select on organizations, invoices, invoice_items, invoice_taxes, invoice_balances, payments, payment_allocations to cf_link;
grant update (first_viewed_at, last_viewed_at) on invoices to cf_link;
grant select, insert, update (state, gateway_session_id, checkout_url, updated_at) on payment_attempts to cf_link;
grant insert on domain_events, audit_log to cf_link;
--> statement-breakpoint
grant select on organizations, number_series, tax_rates, users, memberships, invitations, clients, contacts, products, invoices,
  invoice_items, invoice_taxes, invoice_links, invoice_balances, accounts, domain_events to cf_system;
grant update (next_value) on number_series to cf_system;
grant update on invoices to cf_system;
grant insert, update on invoice_links to cf_system;
grant select, insert, update on payment_attempts, deliveries, webhook_inbox, webhook_rejections to cf_system;
grant select, insert on payments, payment_allocations, journal_entries, journal_lines to cf_system;
grant insert on domain_events, audit_log to cf_system;
