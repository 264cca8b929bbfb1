import { eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { AttachInput } from "./schemas";
import { storeFile } from "./store";

/**
 * Attaches a file to a draft, whose readers get it once it is issued.
 * @throws DomainError conflict `frozen`, `tooManyFiles`, `filesTooLarge` or `storageFull`
 */
export const attachFile = verb("file.write", AttachInput, async (tx, ctx, { invoiceId, file }) => {
  const [draft] = await tx.select().from(invoices).where(eq(invoices.id, invoiceId)).for("update");
  if (!draft) throw notFound();
  if (draft.lifecycle !== "draft") throw conflict("frozen");
  const id = await storeFile(tx, ctx, { purpose: "attachment", invoiceId }, file);
  const { name, size, contentType } = file.row;
  await ctx.audit({
    action: "file.attach",
    subjectType: draft.kind,
    subjectId: invoiceId,
    after: { name, size, contentType },
  });
  return { id };
});
