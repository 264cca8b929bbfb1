import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { MfaPolicyInput } from "./schemas";

/**
 * Says whether admins and accountants must have a second factor. From their next request on, who lacks a required one
 * may do nothing but add it. Like other settings it moves the version on, so that an open form is told.
 */
export const setMfaPolicy = verb("organization.secure", MfaPolicyInput, async (tx, ctx, { policy }) => {
  const [before] = await tx.select().from(organizations).for("update");
  if (!before) throw notFound();
  if (before.mfaPolicy === policy) return ctx.unchanged();
  await tx
    .update(organizations)
    .set({ mfaPolicy: policy, version: before.version + 1, updatedAt: clock.now() })
    .where(eq(organizations.id, before.id));
  await ctx.audit({
    action: "organization.set_mfa_policy",
    subjectType: "organization",
    subjectId: before.id,
    before: { mfaPolicy: before.mfaPolicy },
    after: { mfaPolicy: policy },
  });
});
