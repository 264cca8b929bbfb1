ALTER TABLE "journal_lines" DROP CONSTRAINT "journal_lines_organization_id_entry_id_journal_entries_organization_id_id_fk";--> statement-breakpoint
DROP INDEX "journal_entries_posted";--> statement-breakpoint
DROP INDEX "journal_lines_account";--> statement-breakpoint
DROP INDEX "journal_lines_client";--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_posted" UNIQUE("organization_id","posted_on","id");--> statement-breakpoint
ALTER TABLE "journal_lines" ADD COLUMN "posted_on" date;--> statement-breakpoint
-- The one time that posted lines are written to: each takes over the date of its entry.
ALTER TABLE "journal_lines" DISABLE TRIGGER "append_only";--> statement-breakpoint
UPDATE "journal_lines" l SET "posted_on" = e."posted_on" FROM "journal_entries" e
  WHERE e."organization_id" = l."organization_id" AND e."id" = l."entry_id";--> statement-breakpoint
ALTER TABLE "journal_lines" ENABLE TRIGGER "append_only";--> statement-breakpoint
ALTER TABLE "journal_lines" ALTER COLUMN "posted_on" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_posted" FOREIGN KEY ("organization_id","posted_on","entry_id") REFERENCES "public"."journal_entries"("organization_id","posted_on","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "journal_lines_account" ON "journal_lines" USING btree ("organization_id","account_code","posted_on","id");--> statement-breakpoint
CREATE INDEX "journal_lines_client" ON "journal_lines" USING btree ("organization_id","client_id","posted_on");--> statement-breakpoint
CREATE INDEX "journal_lines_payment" ON "journal_lines" USING btree ("organization_id","payment_id") WHERE payment_id is not null;--> statement-breakpoint

-- Nothing settles an invoice before it was issued. A gateway's payment came when it came: it alone may.
create function cf.not_before_invoice() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.applied_on < (select issue_date from invoices where organization_id = new.organization_id and id = new.invoice_id)
      and not exists (select 1 from payments
        where organization_id = new.organization_id and id = new.payment_id and gateway is not null) then
    raise exception 'An invoice of a later day cannot be settled on %', new.applied_on using errcode = 'CF014';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger not_before_invoice before insert on allocations for each row execute function cf.not_before_invoice();
