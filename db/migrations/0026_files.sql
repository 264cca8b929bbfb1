CREATE TABLE "file_contents" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"file_id" uuid NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "file_contents_organization_id_file_id_pk" PRIMARY KEY("organization_id","file_id"),
	CONSTRAINT "file_contents_size" CHECK (octet_length("file_contents"."bytes") between 1 and 5242880)
);
--> statement-breakpoint
CREATE TABLE "files" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"invoice_id" uuid,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"size" integer NOT NULL,
	"width" integer,
	"height" integer,
	"sha256" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "files_purpose" CHECK ("files"."purpose" in ('logo','attachment')),
	CONSTRAINT "files_invoice_of" CHECK (("files"."purpose" = 'attachment') = ("files"."invoice_id" is not null)),
	CONSTRAINT "files_content_type" CHECK ("files"."content_type" in ('image/png','image/jpeg','image/webp') or ("files"."content_type" = 'application/pdf' and "files"."purpose" = 'attachment')),
	CONSTRAINT "files_size" CHECK ("files"."size" between 1 and 5242880),
	CONSTRAINT "files_pixels" CHECK (("files"."content_type" = 'application/pdf') = ("files"."width" is null) and ("files"."width" is null) = ("files"."height" is null)),
	CONSTRAINT "files_sha256" CHECK ("files"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "logos" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "logos_organization_id_pk" PRIMARY KEY("organization_id")
);
--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "logo_file_id" uuid;--> statement-breakpoint
ALTER TABLE "file_contents" ADD CONSTRAINT "file_contents_file_fk" FOREIGN KEY ("organization_id","file_id") REFERENCES "public"."files"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_invoice_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_organization_id_created_by_memberships_organization_id_user_id_fk" FOREIGN KEY ("organization_id","created_by") REFERENCES "public"."memberships"("organization_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logos" ADD CONSTRAINT "logos_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logos" ADD CONSTRAINT "logos_file_fk" FOREIGN KEY ("organization_id","file_id") REFERENCES "public"."files"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_invoice" ON "files" USING btree ("organization_id","invoice_id");--> statement-breakpoint
CREATE INDEX "logos_file" ON "logos" USING btree ("organization_id","file_id");--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_logo_fk" FOREIGN KEY ("organization_id","logo_file_id") REFERENCES "public"."files"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoices_logo" ON "invoices" USING btree ("organization_id","logo_file_id") WHERE logo_file_id is not null;