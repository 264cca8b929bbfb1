ALTER TABLE "clients" ADD COLUMN "tax_number_sealed" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "tax_number_hash" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "address_sealed" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "phone_sealed" text;--> statement-breakpoint
ALTER TABLE "webhook_inbox" ADD COLUMN "payload_sealed" text;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "seller_sealed" text;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "buyer_sealed" text;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "payment_instructions_sealed" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "tax_number_sealed" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "address_sealed" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "payment_instructions_sealed" text;--> statement-breakpoint
CREATE INDEX "clients_tax_number" ON "clients" USING btree ("organization_id","tax_number_hash") WHERE tax_number_hash is not null;--> statement-breakpoint
ALTER TABLE "clients" DROP COLUMN "tax_number";--> statement-breakpoint
ALTER TABLE "clients" DROP COLUMN "address_line1";--> statement-breakpoint
ALTER TABLE "clients" DROP COLUMN "address_line2";--> statement-breakpoint
ALTER TABLE "clients" DROP COLUMN "postal_code";--> statement-breakpoint
ALTER TABLE "clients" DROP COLUMN "city";--> statement-breakpoint
ALTER TABLE "clients" DROP COLUMN "region";--> statement-breakpoint
ALTER TABLE "contacts" DROP COLUMN "phone";--> statement-breakpoint
ALTER TABLE "webhook_inbox" DROP COLUMN "payload";--> statement-breakpoint
ALTER TABLE "invoices" DROP COLUMN "payment_instructions";--> statement-breakpoint
ALTER TABLE "organizations" DROP COLUMN "tax_number";--> statement-breakpoint
ALTER TABLE "organizations" DROP COLUMN "address_line1";--> statement-breakpoint
ALTER TABLE "organizations" DROP COLUMN "address_line2";--> statement-breakpoint
ALTER TABLE "organizations" DROP COLUMN "postal_code";--> statement-breakpoint
ALTER TABLE "organizations" DROP COLUMN "city";--> statement-breakpoint
ALTER TABLE "organizations" DROP COLUMN "region";--> statement-breakpoint
ALTER TABLE "organizations" DROP COLUMN "payment_instructions";--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_sealed" CHECK ("clients"."tax_number_sealed" like 's1.%' and "clients"."address_sealed" like 's1.%');--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_hashed" CHECK ("clients"."tax_number_hash" like 'h1.%');--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_sealed" CHECK ("contacts"."phone_sealed" like 's1.%');--> statement-breakpoint
ALTER TABLE "webhook_inbox" ADD CONSTRAINT "webhook_inbox_sealed" CHECK ("webhook_inbox"."payload_sealed" like 's1.%');--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_sealed" CHECK ("invoices"."seller_sealed" like 's1.%' and "invoices"."buyer_sealed" like 's1.%' and "invoices"."payment_instructions_sealed" like 's1.%');--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_open_parties" CHECK ("invoices"."seller" - array['name','email','country'] = '{}' and "invoices"."buyer" - array['name','email','country'] = '{}');--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_sealed" CHECK ("organizations"."tax_number_sealed" like 's1.%' and "organizations"."address_sealed" like 's1.%' and "organizations"."payment_instructions_sealed" like 's1.%');