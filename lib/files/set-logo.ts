import { eq } from "drizzle-orm";
import { files, logos } from "@/db/schema";
import { organizationOf } from "@/lib/platform/context";
import { verb } from "@/lib/platform/verb";
import { SetLogoInput } from "./schemas";
import { storeFile } from "./store";

/**
 * Puts another logo on all documents to come. Issued ones keep theirs; one that no document needs goes, by a trigger.
 * @throws DomainError conflict `storageFull`
 */
export const setLogo = verb("organization.write", SetLogoInput, async (tx, ctx, { file }) => {
  await tx.select().from(logos).for("update");
  const [before] = await tx
    .select({ logo: files.name })
    .from(logos)
    .innerJoin(files, eq(files.id, logos.fileId));
  const fileId = await storeFile(tx, ctx, { purpose: "logo" }, file);
  await tx
    .insert(logos)
    .values({ fileId })
    .onConflictDoUpdate({ target: logos.organizationId, set: { fileId } });
  await ctx.audit({
    action: "organization.set_logo",
    subjectType: "organization",
    subjectId: organizationOf(ctx),
    before: { logo: before?.logo ?? null },
    after: { logo: file.name },
  });
  return { fileId };
});
