import { eq } from "drizzle-orm";
import { z } from "zod";
import { files, logos } from "@/db/schema";
import { organizationOf } from "@/lib/platform/context";
import { verb } from "@/lib/platform/verb";

/** Documents to come have no logo. Issued ones keep theirs. */
export const removeLogo = verb("organization.write", z.object({}), async (tx, ctx) => {
  const [before] = await tx
    .select({ fileId: logos.fileId, name: files.name })
    .from(logos)
    .innerJoin(files, eq(files.id, logos.fileId))
    .for("update", { of: logos });
  if (!before) return ctx.unchanged();
  await tx.delete(logos).where(eq(logos.fileId, before.fileId));
  await ctx.audit({
    action: "organization.remove_logo",
    subjectType: "organization",
    subjectId: organizationOf(ctx),
    before: { logo: before.name },
    after: { logo: null },
  });
});
