-- Who the current transaction acts for. Every policy and every organization_id default reads these.
create schema if not exists cf;
--> statement-breakpoint
create function cf.org() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.org', true), '')::uuid $$;
--> statement-breakpoint
create function cf.client() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.client', true), '')::uuid $$;
--> statement-breakpoint
create function cf.invoice() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.invoice', true), '')::uuid $$;
