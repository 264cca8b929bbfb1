import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema";
import { retentionLaw } from "@/lib/core/retention";
import { clock } from "@/lib/platform/clock";
import { invalid, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { SetRetentionInput } from "./schemas";

/**
 * Chooses for how many years issued documents are kept.
 * @throws DomainError invalid `retentionUnlawful` for less than the country's law says, unless the organization's name is typed
 */
export const setRetention = verb(
  "privacy.retain",
  SetRetentionInput,
  async (tx, ctx, { years, acknowledgement }) => {
    const [before] = await tx.select().from(organizations).for("update");
    if (!before) throw notFound();
    if (before.retentionYears === years) return ctx.unchanged();
    const shorter = years !== null && years < retentionLaw(before.country).years;
    if (shorter && acknowledgement !== before.name) throw invalid("acknowledgement", "retentionUnlawful");
    await tx
      .update(organizations)
      .set({ retentionYears: years, updatedAt: clock.now() })
      .where(eq(organizations.id, before.id));
    await ctx.audit({
      action: "organization.set_retention",
      subjectType: "organization",
      subjectId: before.id,
      before: { retentionYears: before.retentionYears },
      after: { retentionYears: years, ...(shorter ? { acknowledged: true } : {}) },
    });
  },
);
