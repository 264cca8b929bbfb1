CREATE TABLE "factors" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"secret_sealed" text,
	"last_step" bigint DEFAULT 0 NOT NULL,
	"credential_id" text,
	"public_key" text,
	"counter" bigint DEFAULT 0 NOT NULL,
	"transports" text[],
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "factors_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "factors_credential" UNIQUE("organization_id","credential_id"),
	CONSTRAINT "factors_kind" CHECK ("factors"."kind" in ('totp','passkey')),
	CONSTRAINT "factors_name" CHECK (length("factors"."name") between 1 and 60),
	CONSTRAINT "factors_parts" CHECK (case "factors"."kind" when 'totp' then "factors"."secret_sealed" is not null and "factors"."credential_id" is null and "factors"."public_key" is null
        else "factors"."secret_sealed" is null and "factors"."credential_id" is not null and "factors"."public_key" is not null and "factors"."confirmed_at" is not null end),
	CONSTRAINT "factors_sealed" CHECK ("factors"."secret_sealed" like 's1.%')
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "recovery_codes_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "recovery_codes_once" UNIQUE("organization_id","user_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "used_challenges" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"challenge_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "used_challenges_organization_id_challenge_hash_pk" PRIMARY KEY("organization_id","challenge_hash")
);
--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "mfa_policy" text DEFAULT 'required' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "stage" text DEFAULT 'full' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "proven_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "factors" ADD CONSTRAINT "factors_organization_id_user_id_memberships_organization_id_user_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."memberships"("organization_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_organization_id_user_id_memberships_organization_id_user_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."memberships"("organization_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "used_challenges" ADD CONSTRAINT "used_challenges_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "factors_user" ON "factors" USING btree ("organization_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "factors_unconfirmed" ON "factors" USING btree ("organization_id","user_id") WHERE confirmed_at is null;--> statement-breakpoint
CREATE INDEX "used_challenges_expiry" ON "used_challenges" USING btree ("organization_id","expires_at");--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_mfa_policy" CHECK ("organizations"."mfa_policy" in ('required','optional'));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_stage" CHECK ("sessions"."stage" in ('full','pending'));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_pending" CHECK ("sessions"."stage" = 'full' or ("sessions"."proven_at" is null and "sessions"."expires_at" <= "sessions"."created_at" + interval '10 minutes'));