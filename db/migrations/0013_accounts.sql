CREATE TABLE "email_changes" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"old_email" text NOT NULL,
	"new_email" text NOT NULL,
	"old_token_hash" text NOT NULL,
	"new_token_hash" text NOT NULL,
	"old_confirmed_at" timestamp (3) with time zone,
	"new_confirmed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	CONSTRAINT "email_changes_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "email_changes_lower" CHECK ("email_changes"."new_email" = lower("email_changes"."new_email")),
	CONSTRAINT "email_changes_other" CHECK ("email_changes"."new_email" <> "email_changes"."old_email"),
	CONSTRAINT "email_changes_end" CHECK ("email_changes"."applied_at" is null or "email_changes"."cancelled_at" is null),
	CONSTRAINT "email_changes_both" CHECK ("email_changes"."applied_at" is null or ("email_changes"."old_confirmed_at" is not null and "email_changes"."new_confirmed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "password_resets_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "password_resets_token" UNIQUE("organization_id","token_hash"),
	CONSTRAINT "password_resets_end" CHECK ("password_resets"."used_at" is null or "password_resets"."revoked_at" is null)
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"tries" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"blocked_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "throttles_scope_key_pk" PRIMARY KEY("scope","key"),
	CONSTRAINT "throttles_tries" CHECK ("throttles"."tries" >= 0)
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device_hash" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "idle_seconds" integer DEFAULT 1800 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "idle_until" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "pepper_version" integer;--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_organization_id_user_id_memberships_organization_id_user_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."memberships"("organization_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_organization_id_user_id_memberships_organization_id_user_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."memberships"("organization_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "email_changes_old_token" ON "email_changes" USING btree ("old_token_hash");--> statement-breakpoint
CREATE INDEX "email_changes_new_token" ON "email_changes" USING btree ("new_token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_open" ON "email_changes" USING btree ("organization_id","user_id") WHERE applied_at is null and cancelled_at is null;--> statement-breakpoint
CREATE INDEX "password_resets_token_lookup" ON "password_resets" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "password_resets_open" ON "password_resets" USING btree ("organization_id","user_id") WHERE used_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "throttles_last" ON "throttles" USING btree ("scope","last_at");--> statement-breakpoint
CREATE INDEX "sessions_device" ON "sessions" USING btree ("user_id","device_hash");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_idle" CHECK ("sessions"."idle_seconds" > 0);--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_absolute" CHECK ("sessions"."expires_at" <= "sessions"."created_at" + interval '30 days');--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_pepper" CHECK ("users"."pepper_version" > 0);