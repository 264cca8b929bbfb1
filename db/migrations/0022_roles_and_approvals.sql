CREATE TABLE "refund_requests" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"method" text NOT NULL,
	"refunded_on" date NOT NULL,
	"reason" text,
	"state" text DEFAULT 'pending' NOT NULL,
	"requested_by" uuid NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"refusal" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refund_requests_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "refund_requests_amount" CHECK ("refund_requests"."amount_minor" > 0),
	CONSTRAINT "refund_requests_state" CHECK ("refund_requests"."state" in ('pending','approved','refused','withdrawn')),
	CONSTRAINT "refund_requests_method" CHECK ("refund_requests"."method" in ('bank_transfer','cash','cheque','card_terminal','online')),
	CONSTRAINT "refund_requests_two_people" CHECK ("refund_requests"."decided_by" <> "refund_requests"."requested_by"),
	CONSTRAINT "refund_requests_decided" CHECK (("refund_requests"."state" in ('approved','refused')) = ("refund_requests"."decided_by" is not null) and ("refund_requests"."state" = 'pending') = ("refund_requests"."decided_at" is null)),
	CONSTRAINT "refund_requests_refusal" CHECK (("refund_requests"."state" = 'refused') = ("refund_requests"."refusal" is not null))
);
--> statement-breakpoint
CREATE TABLE "custom_roles" (
	"organization_id" uuid DEFAULT cf.org() NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"permissions" text[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "custom_roles_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "custom_roles_named" CHECK (char_length("custom_roles"."name") between 1 and 60 and lower("custom_roles"."name") not in ('admin','accountant','client')),
	CONSTRAINT "custom_roles_permissions" CHECK (cardinality("custom_roles"."permissions") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "invitations" DROP CONSTRAINT "invitations_role";--> statement-breakpoint
ALTER TABLE "memberships" DROP CONSTRAINT "memberships_role";--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "refund_approval_above_minor" bigint;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "custom_role_id" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "custom_role_id" uuid;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_organization_id_payment_id_payments_organization_id_id_fk" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_organization_id_requested_by_memberships_organization_id_user_id_fk" FOREIGN KEY ("organization_id","requested_by") REFERENCES "public"."memberships"("organization_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_organization_id_decided_by_memberships_organization_id_user_id_fk" FOREIGN KEY ("organization_id","decided_by") REFERENCES "public"."memberships"("organization_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custom_roles" ADD CONSTRAINT "custom_roles_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refund_requests_payment" ON "refund_requests" USING btree ("organization_id","payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "refund_requests_waiting" ON "refund_requests" USING btree ("organization_id","payment_id") WHERE state = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "custom_roles_name" ON "custom_roles" USING btree ("organization_id",lower("name"));--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_custom_role_id_custom_roles_organization_id_id_fk" FOREIGN KEY ("organization_id","custom_role_id") REFERENCES "public"."custom_roles"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_custom_role_id_custom_roles_organization_id_id_fk" FOREIGN KEY ("organization_id","custom_role_id") REFERENCES "public"."custom_roles"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_refund_approval" CHECK ("organizations"."refund_approval_above_minor" >= 0);--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_custom_role" CHECK (("invitations"."role" = 'custom') = ("invitations"."custom_role_id" is not null));--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('admin','accountant','client','custom'));--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_custom_role" CHECK (("memberships"."role" = 'custom') = ("memberships"."custom_role_id" is not null));--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('admin','accountant','client','custom'));