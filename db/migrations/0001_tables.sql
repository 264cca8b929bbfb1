CREATE TABLE "clients" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"tax_number" text,
	"address_line1" text,
	"address_line2" text,
	"postal_code" text,
	"city" text,
	"region" text,
	"country" text,
	"currency" text NOT NULL,
	"locale" text,
	"payment_terms_days" integer,
	"notes" text,
	"archived_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clients_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "clients_terms" CHECK ("clients"."payment_terms_days" between 0 and 365)
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"name" text,
	"email" text NOT NULL,
	"phone" text,
	"is_primary" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contacts_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"unit" text,
	"unit_price" numeric(21, 6) NOT NULL,
	"currency" text NOT NULL,
	"tax_rate_id" uuid,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "products_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"request_id" text,
	"ip" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_log_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"invoice_id" uuid,
	"channel" text NOT NULL,
	"template" text NOT NULL,
	"recipient" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"provider_id" text,
	"problem" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "deliveries_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "deliveries_once" UNIQUE("organization_id","event_id","channel","template","recipient"),
	CONSTRAINT "deliveries_state" CHECK ("deliveries"."state" in ('queued','sent','failed'))
);
--> statement-breakpoint
CREATE TABLE "domain_events" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"invoice_id" uuid,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "domain_events_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_inbox" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"gateway" text NOT NULL,
	"event_id" text NOT NULL,
	"event_type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text DEFAULT 'received' NOT NULL,
	"problem" text,
	"duplicates" integer DEFAULT 0 NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"processed_at" timestamp (3) with time zone,
	CONSTRAINT "webhook_inbox_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "webhook_inbox_event" UNIQUE("organization_id","gateway","event_id"),
	CONSTRAINT "webhook_inbox_state" CHECK ("webhook_inbox"."state" in ('received','processed','ignored','refused'))
);
--> statement-breakpoint
CREATE TABLE "webhook_rejections" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"gateway" text NOT NULL,
	"reason" text NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	"last_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_ip" text,
	CONSTRAINT "webhook_rejections_organization_id_gateway_reason_hour_pk" PRIMARY KEY("organization_id","gateway","reason","hour")
);
--> statement-breakpoint
CREATE TABLE "invoice_items" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"product_id" uuid,
	"description" text NOT NULL,
	"quantity" numeric(21, 6) NOT NULL,
	"unit" text,
	"unit_price" numeric(21, 6) NOT NULL,
	"discount_ppm" integer,
	"discount_amount_minor" bigint,
	"tax_rate_id" uuid,
	"tax_name" text NOT NULL,
	"tax_category" text NOT NULL,
	"tax_rate_ppm" integer NOT NULL,
	"gross_minor" bigint NOT NULL,
	"discount_minor" bigint NOT NULL,
	"net_minor" bigint NOT NULL,
	CONSTRAINT "invoice_items_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "invoice_items_position" UNIQUE("organization_id","invoice_id","position"),
	CONSTRAINT "invoice_items_net" CHECK ("invoice_items"."net_minor" = "invoice_items"."gross_minor" - "invoice_items"."discount_minor"),
	CONSTRAINT "invoice_items_one_discount" CHECK ("invoice_items"."discount_ppm" is null or "invoice_items"."discount_amount_minor" is null),
	CONSTRAINT "invoice_items_discount" CHECK ("invoice_items"."discount_ppm" between 0 and 1000000),
	CONSTRAINT "invoice_items_price" CHECK ("invoice_items"."unit_price" >= 0 and "invoice_items"."quantity" <> 0),
	CONSTRAINT "invoice_items_tax" CHECK (("invoice_items"."tax_category" = 'S') = ("invoice_items"."tax_rate_ppm" > 0))
);
--> statement-breakpoint
CREATE TABLE "invoice_links" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invoice_links_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "invoice_links_token" UNIQUE("organization_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "invoice_taxes" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"invoice_id" uuid NOT NULL,
	"category" text NOT NULL,
	"rate_ppm" integer NOT NULL,
	"name" text NOT NULL,
	"base_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	CONSTRAINT "invoice_taxes_organization_id_invoice_id_category_rate_ppm_pk" PRIMARY KEY("organization_id","invoice_id","category","rate_ppm")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"lifecycle" text DEFAULT 'draft' NOT NULL,
	"number" text,
	"client_id" uuid,
	"currency" text NOT NULL,
	"issue_date" date,
	"due_date" date,
	"reference" text,
	"notes" text,
	"subtotal_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"seller" jsonb,
	"buyer" jsonb,
	"locale" text,
	"payment_instructions" text,
	"accent_color" text,
	"finalized_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"first_viewed_at" timestamp (3) with time zone,
	"last_viewed_at" timestamp (3) with time zone,
	"voided_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoices_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "invoices_number" UNIQUE("organization_id","number"),
	CONSTRAINT "invoices_lifecycle" CHECK ("invoices"."lifecycle" in ('draft','open','void','written_off')),
	CONSTRAINT "invoices_issued" CHECK ("invoices"."lifecycle" = 'draft' or ("invoices"."number" is not null and "invoices"."client_id" is not null and "invoices"."issue_date" is not null
        and "invoices"."due_date" is not null and "invoices"."seller" is not null and "invoices"."buyer" is not null and "invoices"."finalized_at" is not null)),
	CONSTRAINT "invoices_draft_number" CHECK ("invoices"."lifecycle" <> 'draft' or "invoices"."number" is null),
	CONSTRAINT "invoices_total" CHECK ("invoices"."total_minor" = "invoices"."subtotal_minor" + "invoices"."tax_minor"),
	CONSTRAINT "invoices_total_sign" CHECK ("invoices"."total_minor" >= 0),
	CONSTRAINT "invoices_due" CHECK ("invoices"."due_date" >= "invoices"."issue_date")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "accounts_organization_id_code_pk" PRIMARY KEY("organization_id","code"),
	CONSTRAINT "accounts_kind" CHECK ("accounts"."kind" in ('asset','liability','equity','income','expense'))
);
--> statement-breakpoint
CREATE TABLE "invoice_balances" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"invoice_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"due_date" date NOT NULL,
	"balance_minor" bigint NOT NULL,
	CONSTRAINT "invoice_balances_organization_id_invoice_id_pk" PRIMARY KEY("organization_id","invoice_id")
);
--> statement-breakpoint
CREATE TABLE "journal_entries" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"source_id" uuid NOT NULL,
	"posted_on" date NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journal_entries_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "journal_entries_source" UNIQUE("organization_id","kind","source_id")
);
--> statement-breakpoint
CREATE TABLE "journal_lines" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"account_code" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"client_id" uuid,
	"invoice_id" uuid,
	"payment_id" uuid,
	CONSTRAINT "journal_lines_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "journal_lines_not_zero" CHECK ("journal_lines"."amount_minor" <> 0),
	CONSTRAINT "journal_lines_receivable" CHECK ("journal_lines"."account_code" <> 'receivable' or "journal_lines"."invoice_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"code" text NOT NULL,
	"pattern" text NOT NULL,
	"next_value" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "number_series_organization_id_code_pk" PRIMARY KEY("organization_id","code"),
	CONSTRAINT "number_series_next_value" CHECK ("number_series"."next_value" >= 1)
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"tax_number" text,
	"address_line1" text,
	"address_line2" text,
	"postal_code" text,
	"city" text,
	"region" text,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"payment_terms_days" integer DEFAULT 14 NOT NULL,
	"payment_instructions" text,
	"accent_color" text DEFAULT '#4f46e5' NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tax_rates" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"rate_ppm" integer NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tax_rates_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "tax_rates_category" CHECK ("tax_rates"."category" in ('S','Z','E','AE','K','G','O')),
	CONSTRAINT "tax_rates_rate" CHECK ("tax_rates"."rate_ppm" between 0 and 1000000 and ("tax_rates"."category" = 'S') = ("tax_rates"."rate_ppm" > 0))
);
--> statement-breakpoint
CREATE TABLE "payment_allocations" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"payment_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_allocations_organization_id_payment_id_invoice_id_pk" PRIMARY KEY("organization_id","payment_id","invoice_id"),
	CONSTRAINT "payment_allocations_amount" CHECK ("payment_allocations"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "payment_attempts" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"gateway" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"state" text DEFAULT 'created' NOT NULL,
	"gateway_session_id" text,
	"checkout_url" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_attempts_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "payment_attempts_session" UNIQUE("organization_id","gateway","gateway_session_id"),
	CONSTRAINT "payment_attempts_amount" CHECK ("payment_attempts"."amount_minor" > 0),
	CONSTRAINT "payment_attempts_state" CHECK ("payment_attempts"."state" in ('created','open','succeeded','failed','expired'))
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"attempt_id" uuid,
	"gateway" text NOT NULL,
	"gateway_payment_id" text,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"received_on" date NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payments_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "payments_gateway" UNIQUE("organization_id","gateway","gateway_payment_id"),
	CONSTRAINT "payments_amount" CHECK ("payments"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"client_id" uuid,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "invitations_token" UNIQUE("organization_id","token_hash"),
	CONSTRAINT "invitations_email_lower" CHECK ("invitations"."email" = lower("invitations"."email")),
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('admin','accountant','client')),
	CONSTRAINT "invitations_client" CHECK (("invitations"."role" = 'client') = ("invitations"."client_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"client_id" uuid,
	"status" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_organization_id_user_id_pk" PRIMARY KEY("organization_id","user_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('admin','accountant','client')),
	CONSTRAINT "memberships_status" CHECK ("memberships"."status" in ('active','deactivated')),
	CONSTRAINT "memberships_client" CHECK (("memberships"."role" = 'client') = ("memberships"."client_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"user_id" uuid NOT NULL,
	"user_agent" text,
	"ip" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_organization_id_client_id_clients_organization_id_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_organization_id_tax_rate_id_tax_rates_organization_id_id_fk" FOREIGN KEY ("organization_id","tax_rate_id") REFERENCES "public"."tax_rates"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organization_id_event_id_domain_events_organization_id_id_fk" FOREIGN KEY ("organization_id","event_id") REFERENCES "public"."domain_events"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_events" ADD CONSTRAINT "domain_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_inbox" ADD CONSTRAINT "webhook_inbox_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_rejections" ADD CONSTRAINT "webhook_rejections_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_items" ADD CONSTRAINT "invoice_items_organization_id_invoice_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_items" ADD CONSTRAINT "invoice_items_organization_id_product_id_products_organization_id_id_fk" FOREIGN KEY ("organization_id","product_id") REFERENCES "public"."products"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_items" ADD CONSTRAINT "invoice_items_organization_id_tax_rate_id_tax_rates_organization_id_id_fk" FOREIGN KEY ("organization_id","tax_rate_id") REFERENCES "public"."tax_rates"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_links" ADD CONSTRAINT "invoice_links_organization_id_invoice_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_taxes" ADD CONSTRAINT "invoice_taxes_organization_id_invoice_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_client_id_clients_organization_id_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_created_by_memberships_organization_id_user_id_fk" FOREIGN KEY ("organization_id","created_by") REFERENCES "public"."memberships"("organization_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_balances" ADD CONSTRAINT "invoice_balances_organization_id_invoice_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_organization_id_entry_id_journal_entries_organization_id_id_fk" FOREIGN KEY ("organization_id","entry_id") REFERENCES "public"."journal_entries"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_organization_id_account_code_accounts_organization_id_code_fk" FOREIGN KEY ("organization_id","account_code") REFERENCES "public"."accounts"("organization_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_organization_id_client_id_clients_organization_id_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_organization_id_invoice_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_organization_id_payment_id_payments_organization_id_id_fk" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_organization_id_payment_id_payments_organization_id_id_fk" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_organization_id_invoice_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_organization_id_invoice_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_organization_id_client_id_clients_organization_id_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_organization_id_attempt_id_payment_attempts_organization_id_id_fk" FOREIGN KEY ("organization_id","attempt_id") REFERENCES "public"."payment_attempts"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_client_id_clients_organization_id_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_invited_by_memberships_organization_id_user_id_fk" FOREIGN KEY ("organization_id","invited_by") REFERENCES "public"."memberships"("organization_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_client_id_clients_organization_id_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."clients"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organization_id_user_id_memberships_organization_id_user_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."memberships"("organization_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clients_name" ON "clients" USING btree ("organization_id",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "contacts_client" ON "contacts" USING btree ("organization_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_primary" ON "contacts" USING btree ("organization_id","client_id") WHERE is_primary;--> statement-breakpoint
CREATE INDEX "products_name" ON "products" USING btree ("organization_id",lower("name"));--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("organization_id","subject_type","subject_id","id");--> statement-breakpoint
CREATE INDEX "deliveries_invoice" ON "deliveries" USING btree ("organization_id","invoice_id");--> statement-breakpoint
CREATE INDEX "domain_events_invoice" ON "domain_events" USING btree ("organization_id","invoice_id","id");--> statement-breakpoint
CREATE INDEX "invoice_links_lookup" ON "invoice_links" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_links_current" ON "invoice_links" USING btree ("organization_id","invoice_id") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "invoices_client" ON "invoices" USING btree ("organization_id","client_id","id");--> statement-breakpoint
CREATE INDEX "invoices_lifecycle" ON "invoices" USING btree ("organization_id","lifecycle","id");--> statement-breakpoint
CREATE INDEX "invoice_balances_client" ON "invoice_balances" USING btree ("organization_id","client_id") WHERE balance_minor <> 0;--> statement-breakpoint
CREATE INDEX "invoice_balances_owed" ON "invoice_balances" USING btree ("organization_id","due_date","invoice_id") WHERE balance_minor > 0;--> statement-breakpoint
CREATE INDEX "journal_entries_posted" ON "journal_entries" USING btree ("organization_id","posted_on");--> statement-breakpoint
CREATE INDEX "journal_lines_entry" ON "journal_lines" USING btree ("organization_id","entry_id");--> statement-breakpoint
CREATE INDEX "journal_lines_invoice" ON "journal_lines" USING btree ("organization_id","invoice_id","account_code");--> statement-breakpoint
CREATE INDEX "payment_allocations_invoice" ON "payment_allocations" USING btree ("organization_id","invoice_id");--> statement-breakpoint
CREATE INDEX "payment_attempts_invoice" ON "payment_attempts" USING btree ("organization_id","invoice_id");--> statement-breakpoint
CREATE INDEX "payments_client" ON "payments" USING btree ("organization_id","client_id");--> statement-breakpoint
CREATE INDEX "invitations_token_lookup" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open" ON "invitations" USING btree ("organization_id","email") WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("organization_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");