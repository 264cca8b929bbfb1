import { and, eq } from "drizzle-orm";
import { files, invoices } from "@/db/schema";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { FileIdInput } from "./ids";

/**
 * Takes a file off a draft.
 * @throws DomainError conflict `frozen` once the document is issued
 */
export const detachFile = verb("file.write", FileIdInput, async (tx, ctx, { id }) => {
  const [file] = await tx
    .select({ name: files.name, invoiceId: files.invoiceId })
    .from(files)
    .where(and(eq(files.id, id), eq(files.purpose, "attachment")));
  if (!file?.invoiceId) throw notFound();
  const [draft] = await tx.select().from(invoices).where(eq(invoices.id, file.invoiceId)).for("update");
  if (draft?.lifecycle !== "draft") throw conflict("frozen");
  const [gone] = await tx.delete(files).where(eq(files.id, id)).returning({ id: files.id });
  if (!gone) throw notFound();
  await ctx.audit({
    action: "file.detach",
    subjectType: draft.kind,
    subjectId: file.invoiceId,
    before: { name: file.name },
  });
});
