import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema";
import { openOrganization, sealOrganization } from "@/lib/parties/organization";
import { changes } from "@/lib/platform/audit";
import { clock } from "@/lib/platform/clock";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { UpdateOrganizationInput } from "./schemas";

/**
 * Changes the organization's own data. Issued invoices keep the snapshot they were issued with.
 * @throws DomainError conflict `changedElsewhere` when somebody saved since the form was loaded
 */
export const updateOrganization = verb(
  "organization.write",
  UpdateOrganizationInput,
  async (tx, ctx, input) => {
    const { version, ...fields } = input;
    const [before] = await tx.select().from(organizations).for("update");
    if (!before) throw notFound();
    if (before.version !== version) throw conflict("changedElsewhere");
    await tx
      .update(organizations)
      .set({ ...sealOrganization(before.id, fields), version: version + 1, updatedAt: clock.now() })
      .where(eq(organizations.id, before.id));
    await ctx.audit({
      action: "organization.update",
      subjectType: "organization",
      subjectId: before.id,
      ...changes(openOrganization(before), fields),
    });
    return { version: version + 1 };
  },
);
