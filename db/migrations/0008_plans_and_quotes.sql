CREATE TABLE "instalments" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"due_date" date NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "instalments_organization_id_invoice_id_position_pk" PRIMARY KEY("organization_id","invoice_id","position"),
	CONSTRAINT "instalments_amount" CHECK ("instalments"."amount_minor" > 0)
);
--> statement-breakpoint
ALTER TABLE "invoices" DROP CONSTRAINT "invoices_kind";--> statement-breakpoint
ALTER TABLE "invoices" DROP CONSTRAINT "invoices_lifecycle";--> statement-breakpoint
ALTER TABLE "invoices" DROP CONSTRAINT "invoices_issued";--> statement-breakpoint
ALTER TABLE "invoice_items" ADD COLUMN "deducts_invoice_id" uuid;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "quote_id" uuid;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "is_deposit" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "scheduled_for" date;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "answered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "answered_by" text;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "answer_note" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "quote_valid_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "instalments" ADD CONSTRAINT "instalments_organization_id_invoice_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_items" ADD CONSTRAINT "invoice_items_organization_id_deducts_invoice_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","deducts_invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_quote_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","quote_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoice_items_deducts" ON "invoice_items" USING btree ("organization_id","deducts_invoice_id") WHERE deducts_invoice_id is not null;--> statement-breakpoint
CREATE INDEX "invoices_quote" ON "invoices" USING btree ("organization_id","quote_id") WHERE quote_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_of_quote" ON "invoices" USING btree ("organization_id","quote_id") WHERE quote_id is not null and not is_deposit and lifecycle <> 'void';--> statement-breakpoint
CREATE INDEX "invoices_scheduled" ON "invoices" USING btree ("organization_id","scheduled_for") WHERE lifecycle = 'draft' and scheduled_for is not null;--> statement-breakpoint
ALTER TABLE "invoice_items" ADD CONSTRAINT "invoice_items_deduction" CHECK ("invoice_items"."deducts_invoice_id" is null or "invoice_items"."net_minor" <= 0);--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_from_quote" CHECK ("invoices"."kind" = 'invoice' or ("invoices"."quote_id" is null and not "invoices"."is_deposit"));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_deposit" CHECK (not "invoices"."is_deposit" or "invoices"."quote_id" is not null);--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_answer" CHECK (("invoices"."lifecycle" in ('accepted','declined')) <= ("invoices"."kind" = 'quote' and "invoices"."answered_at" is not null and "invoices"."answered_by" is not null));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_kind" CHECK ("invoices"."kind" in ('invoice','credit_note','quote'));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_lifecycle" CHECK ("invoices"."lifecycle" in ('draft','open','accepted','declined','void','written_off'));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_issued" CHECK ("invoices"."lifecycle" = 'draft' or ("invoices"."number" is not null and "invoices"."client_id" is not null and "invoices"."issue_date" is not null
        and "invoices"."due_date" is not null and "invoices"."seller" is not null and "invoices"."buyer" is not null and "invoices"."finalized_at" is not null
        and ("invoices"."exchange_rate" is not null or "invoices"."kind" = 'quote')));