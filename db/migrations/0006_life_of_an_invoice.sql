CREATE TABLE "invoice_adjustments" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"part" integer NOT NULL,
	"kind" text NOT NULL,
	"description" text NOT NULL,
	"percent_ppm" integer,
	"entered_minor" bigint,
	"is_spread" boolean NOT NULL,
	"tax_rate_id" uuid,
	"tax_name" text NOT NULL,
	"tax_category" text NOT NULL,
	"tax_rate_ppm" integer NOT NULL,
	"compound_name" text,
	"compound_ppm" integer,
	"withholding_name" text,
	"withholding_ppm" integer,
	"amount_minor" bigint NOT NULL,
	"net_minor" bigint NOT NULL,
	CONSTRAINT "invoice_adjustments_organization_id_invoice_id_position_part_pk" PRIMARY KEY("organization_id","invoice_id","position","part"),
	CONSTRAINT "invoice_adjustments_kind" CHECK ("invoice_adjustments"."kind" in ('discount','charge')),
	CONSTRAINT "invoice_adjustments_value" CHECK (("invoice_adjustments"."percent_ppm" is null) <> ("invoice_adjustments"."entered_minor" is null)),
	CONSTRAINT "invoice_adjustments_percent" CHECK ("invoice_adjustments"."percent_ppm" between 1 and 1000000),
	CONSTRAINT "invoice_adjustments_tax" CHECK (("invoice_adjustments"."tax_category" = 'S') = ("invoice_adjustments"."tax_rate_ppm" > 0))
);
--> statement-breakpoint
CREATE TABLE "credit_balances" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"source_id" uuid NOT NULL,
	"source_kind" text NOT NULL,
	"client_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"balance_minor" bigint NOT NULL,
	"base_minor" bigint NOT NULL,
	CONSTRAINT "credit_balances_organization_id_source_id_pk" PRIMARY KEY("organization_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "number_counters" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"series" text NOT NULL,
	"year" integer NOT NULL,
	"next_value" integer NOT NULL,
	CONSTRAINT "number_counters_organization_id_series_year_pk" PRIMARY KEY("organization_id","series","year"),
	CONSTRAINT "number_counters_next_value" CHECK ("number_counters"."next_value" >= 1)
);
--> statement-breakpoint
CREATE TABLE "allocations" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"payment_id" uuid,
	"credit_note_id" uuid,
	"invoice_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"invoice_base_minor" bigint NOT NULL,
	"source_base_minor" bigint NOT NULL,
	"applied_on" date NOT NULL,
	"unapplied_on" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "allocations_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "allocations_amount" CHECK ("allocations"."amount_minor" > 0),
	CONSTRAINT "allocations_source" CHECK (("allocations"."payment_id" is null) <> ("allocations"."credit_note_id" is null)),
	CONSTRAINT "allocations_unapplied" CHECK ("allocations"."unapplied_on" >= "allocations"."applied_on")
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"method" text NOT NULL,
	"state" text NOT NULL,
	"gateway_refund_id" text,
	"problem" text,
	"reason" text,
	"refunded_on" date NOT NULL,
	"recorded_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refunds_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount_minor" > 0),
	CONSTRAINT "refunds_state" CHECK ("refunds"."state" in ('pending','succeeded','failed')),
	CONSTRAINT "refunds_method" CHECK ("refunds"."method" in ('bank_transfer','cash','cheque','card_terminal','online'))
);
--> statement-breakpoint
-- Policies that name the old allocations go with them; the new ones are in the migration after this.
INSERT INTO "allocations" ("organization_id", "id", "payment_id", "invoice_id", "amount_minor", "invoice_base_minor", "source_base_minor", "applied_on", "created_at")
  SELECT a.organization_id, gen_random_uuid(), a.payment_id, a.invoice_id, a.amount_minor, a.amount_minor, a.amount_minor, p.received_on, a.created_at
  FROM "payment_allocations" a JOIN "payments" p ON p.organization_id = a.organization_id AND p.id = a.payment_id;--> statement-breakpoint
DROP TABLE "payment_allocations" CASCADE;--> statement-breakpoint
ALTER TABLE "invoice_items" DROP CONSTRAINT "invoice_items_net";--> statement-breakpoint
ALTER TABLE "invoices" DROP CONSTRAINT "invoices_issued";--> statement-breakpoint
ALTER TABLE "journal_lines" DROP CONSTRAINT "journal_lines_not_zero";--> statement-breakpoint
ALTER TABLE "number_series" DROP CONSTRAINT "number_series_next_value";--> statement-breakpoint
DROP INDEX "payments_client";--> statement-breakpoint
ALTER TABLE "invoice_taxes" DROP CONSTRAINT "invoice_taxes_organization_id_invoice_id_category_rate_ppm_pk";--> statement-breakpoint
-- What is frozen is only filled in here, never changed.
ALTER TABLE "invoices" DISABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "invoice_items" DISABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "invoice_taxes" DISABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "journal_lines" DISABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "payments" DISABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "invoice_taxes" ALTER COLUMN "category" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "gateway" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_items" ADD COLUMN "compound_name" text;--> statement-breakpoint
ALTER TABLE "invoice_items" ADD COLUMN "compound_ppm" integer;--> statement-breakpoint
ALTER TABLE "invoice_items" ADD COLUMN "withholding_name" text;--> statement-breakpoint
ALTER TABLE "invoice_items" ADD COLUMN "withholding_ppm" integer;--> statement-breakpoint
ALTER TABLE "invoice_items" ADD COLUMN "amount_minor" bigint;--> statement-breakpoint
UPDATE "invoice_items" SET "amount_minor" = "net_minor";--> statement-breakpoint
ALTER TABLE "invoice_items" ALTER COLUMN "amount_minor" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_taxes" ADD COLUMN "position" integer;--> statement-breakpoint
ALTER TABLE "invoice_taxes" ADD COLUMN "kind" text;--> statement-breakpoint
UPDATE "invoice_taxes" t SET "kind" = 'vat', "position" = n.position FROM (
  SELECT organization_id, invoice_id, category, rate_ppm, row_number() OVER (PARTITION BY organization_id, invoice_id ORDER BY category, rate_ppm) AS position
  FROM "invoice_taxes") n
  WHERE (n.organization_id, n.invoice_id, n.category, n.rate_ppm) = (t.organization_id, t.invoice_id, t.category, t.rate_ppm);--> statement-breakpoint
ALTER TABLE "invoice_taxes" ALTER COLUMN "position" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_taxes" ALTER COLUMN "kind" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_taxes" ADD CONSTRAINT "invoice_taxes_organization_id_invoice_id_position_pk" PRIMARY KEY("organization_id","invoice_id","position");--> statement-breakpoint
ALTER TABLE "invoice_taxes" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "kind" text DEFAULT 'invoice' NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "credited_invoice_id" uuid;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "keeps_credit" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "exchange_rate" numeric(21, 10);--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "prices_include_tax" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "withheld_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "granted_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Nobody has entered a rate before now: what is issued counts one for one.
UPDATE "invoices" SET "exchange_rate" = 1 WHERE "lifecycle" <> 'draft';--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "written_off_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invoice_balances" ADD COLUMN "base_minor" bigint;--> statement-breakpoint
UPDATE "invoice_balances" SET "base_minor" = "balance_minor";--> statement-breakpoint
ALTER TABLE "invoice_balances" ALTER COLUMN "base_minor" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD COLUMN "base_minor" bigint;--> statement-breakpoint
UPDATE "journal_lines" SET "base_minor" = "amount_minor";--> statement-breakpoint
ALTER TABLE "journal_lines" ALTER COLUMN "base_minor" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD COLUMN "credit_note_id" uuid;--> statement-breakpoint
ALTER TABLE "number_series" ADD COLUMN "restart" text DEFAULT 'never' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "books_closed_on" date;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "applies_credit" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD COLUMN "compound_name" text;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD COLUMN "compound_ppm" integer;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD COLUMN "withholding_name" text;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD COLUMN "withholding_ppm" integer;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD COLUMN "exemption_reason" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "method" text;--> statement-breakpoint
UPDATE "payments" SET "method" = 'online';--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "method" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "exchange_rate" numeric(21, 10) DEFAULT '1' NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "recorded_by" uuid;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "reversed_on" date;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "reversal_reason" text;--> statement-breakpoint
ALTER TABLE "invoice_adjustments" ADD CONSTRAINT "invoice_adjustments_organization_id_invoice_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_adjustments" ADD CONSTRAINT "invoice_adjustments_organization_id_tax_rate_id_tax_rates_organization_id_id_fk" FOREIGN KEY ("organization_id","tax_rate_id") REFERENCES "public"."tax_rates"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_balances" ADD CONSTRAINT "credit_balances_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_balances" ADD CONSTRAINT "credit_balances_organization_id_client_id_clients_organization_id_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_counters" ADD CONSTRAINT "number_counters_organization_id_series_number_series_organization_id_code_fk" FOREIGN KEY ("organization_id","series") REFERENCES "public"."number_series"("organization_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_organization_id_payment_id_payments_organization_id_id_fk" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_organization_id_credit_note_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","credit_note_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_organization_id_invoice_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_organization_id_payment_id_payments_organization_id_id_fk" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_organization_id_recorded_by_memberships_organization_id_user_id_fk" FOREIGN KEY ("organization_id","recorded_by") REFERENCES "public"."memberships"("organization_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credit_balances_client" ON "credit_balances" USING btree ("organization_id","client_id") WHERE balance_minor <> 0;--> statement-breakpoint
CREATE INDEX "allocations_invoice" ON "allocations" USING btree ("organization_id","invoice_id");--> statement-breakpoint
CREATE INDEX "allocations_payment" ON "allocations" USING btree ("organization_id","payment_id");--> statement-breakpoint
CREATE INDEX "allocations_credit_note" ON "allocations" USING btree ("organization_id","credit_note_id");--> statement-breakpoint
CREATE INDEX "refunds_payment" ON "refunds" USING btree ("organization_id","payment_id");--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_credited_invoice_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","credited_invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_organization_id_credit_note_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","credit_note_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_organization_id_recorded_by_memberships_organization_id_user_id_fk" FOREIGN KEY ("organization_id","recorded_by") REFERENCES "public"."memberships"("organization_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_taxes_once" ON "invoice_taxes" USING btree ("organization_id","invoice_id","kind","rate_ppm",coalesce(category, name));--> statement-breakpoint
CREATE INDEX "invoices_credited" ON "invoices" USING btree ("organization_id","credited_invoice_id") WHERE credited_invoice_id is not null;--> statement-breakpoint
CREATE INDEX "journal_lines_account" ON "journal_lines" USING btree ("organization_id","account_code","id");--> statement-breakpoint
CREATE INDEX "journal_lines_client" ON "journal_lines" USING btree ("organization_id","client_id","id");--> statement-breakpoint
CREATE INDEX "payments_client" ON "payments" USING btree ("organization_id","client_id","id");--> statement-breakpoint
INSERT INTO "number_counters" ("organization_id", "series", "year", "next_value") SELECT organization_id, code, 0, next_value FROM "number_series";--> statement-breakpoint
ALTER TABLE "number_series" DROP COLUMN "next_value";--> statement-breakpoint
ALTER TABLE "invoice_items" ADD CONSTRAINT "invoice_items_amount" CHECK ("invoice_items"."amount_minor" = "invoice_items"."gross_minor" - "invoice_items"."discount_minor");--> statement-breakpoint
ALTER TABLE "invoice_taxes" ADD CONSTRAINT "invoice_taxes_kind" CHECK ("invoice_taxes"."kind" in ('vat','compound','withholding'));--> statement-breakpoint
ALTER TABLE "invoice_taxes" ADD CONSTRAINT "invoice_taxes_category" CHECK (("invoice_taxes"."kind" = 'vat') = ("invoice_taxes"."category" is not null));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_kind" CHECK ("invoices"."kind" in ('invoice','credit_note'));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_credits" CHECK (("invoices"."kind" = 'credit_note') = ("invoices"."credited_invoice_id" is not null));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_keeps_credit" CHECK ("invoices"."kind" = 'credit_note' or not "invoices"."keeps_credit");--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_exchange_rate" CHECK ("invoices"."exchange_rate" > 0);--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_withheld" CHECK ("invoices"."withheld_minor" between 0 and "invoices"."total_minor");--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_issued" CHECK ("invoices"."lifecycle" = 'draft' or ("invoices"."number" is not null and "invoices"."client_id" is not null and "invoices"."issue_date" is not null
        and "invoices"."due_date" is not null and "invoices"."seller" is not null and "invoices"."buyer" is not null and "invoices"."finalized_at" is not null
        and "invoices"."exchange_rate" is not null));--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_credit" CHECK ("journal_lines"."account_code" <> 'client_credit' or ("journal_lines"."client_id" is not null and ("journal_lines"."payment_id" is null) <> ("journal_lines"."credit_note_id" is null)));--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_not_zero" CHECK ("journal_lines"."amount_minor" <> 0 or "journal_lines"."base_minor" <> 0);--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_restart" CHECK ("number_series"."restart" in ('never','yearly'));--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_year" CHECK ("number_series"."restart" = 'never' or "number_series"."pattern" like '%{YYYY}%');--> statement-breakpoint
ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_compound" CHECK (("tax_rates"."compound_name" is null) = ("tax_rates"."compound_ppm" is null) and "tax_rates"."compound_ppm" between 1 and 1000000);--> statement-breakpoint
ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_withholding" CHECK (("tax_rates"."withholding_name" is null) = ("tax_rates"."withholding_ppm" is null) and "tax_rates"."withholding_ppm" between 1 and 1000000);--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_exchange_rate" CHECK ("payments"."exchange_rate" > 0);--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_method" CHECK ("payments"."method" in ('bank_transfer','cash','cheque','card_terminal','online'));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_online" CHECK (("payments"."method" = 'online') = ("payments"."gateway" is not null));
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "invoice_items" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "invoice_taxes" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "journal_lines" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "payments" ENABLE TRIGGER USER;