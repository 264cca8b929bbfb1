CREATE TABLE "data_export_parts" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"export_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"content_sealed" text NOT NULL,
	CONSTRAINT "data_export_parts_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "data_export_parts_position" UNIQUE("organization_id","export_id","position"),
	CONSTRAINT "data_export_parts_sealed" CHECK ("data_export_parts"."content_sealed" like 's1.%')
);
--> statement-breakpoint
CREATE TABLE "data_exports" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"requested_by" uuid NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"run_id" uuid,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"bytes" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	CONSTRAINT "data_exports_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "data_exports_subject_type" CHECK ("data_exports"."subject_type" in ('client','user')),
	CONSTRAINT "data_exports_state" CHECK ("data_exports"."state" in ('queued','running','ready','failed','expired')),
	CONSTRAINT "data_exports_progress" CHECK ("data_exports"."done" between 0 and "data_exports"."total"),
	CONSTRAINT "data_exports_ready" CHECK ("data_exports"."state" <> 'ready' or ("data_exports"."bytes" is not null and "data_exports"."ready_at" is not null and "data_exports"."expires_at" > "data_exports"."ready_at"
        and "data_exports"."done" = "data_exports"."total"))
);
--> statement-breakpoint
CREATE TABLE "retention_runs" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"requested_by" uuid,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "retention_runs_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "retention_years" integer;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "data_export_parts" ADD CONSTRAINT "data_export_parts_organization_id_export_id_data_exports_organization_id_id_fk" FOREIGN KEY ("organization_id","export_id") REFERENCES "public"."data_exports"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_exports" ADD CONSTRAINT "data_exports_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_exports" ADD CONSTRAINT "data_exports_organization_id_requested_by_memberships_organization_id_user_id_fk" FOREIGN KEY ("organization_id","requested_by") REFERENCES "public"."memberships"("organization_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_runs" ADD CONSTRAINT "retention_runs_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_runs" ADD CONSTRAINT "retention_runs_organization_id_requested_by_memberships_organization_id_user_id_fk" FOREIGN KEY ("organization_id","requested_by") REFERENCES "public"."memberships"("organization_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "data_exports_subject" ON "data_exports" USING btree ("organization_id","subject_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "data_exports_under_way" ON "data_exports" USING btree ("organization_id","subject_type","subject_id") WHERE state in ('queued','running');--> statement-breakpoint
CREATE UNIQUE INDEX "retention_runs_under_way" ON "retention_runs" USING btree ("organization_id") WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "webhook_inbox_kept" ON "webhook_inbox" USING btree ("organization_id","processed_at") WHERE payload_sealed is not null;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_retention_years" CHECK ("organizations"."retention_years" between 1 and 100);