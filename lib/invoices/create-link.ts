import { eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { currentLink, ensureLink, hostedUrl } from "./links";
import { InvoiceIdInput } from "./schemas";

/**
 * The address of the invoice's hosted page, to hand over in another way than by our email; makes a link when
 * there is none.
 * @throws DomainError conflict `notIssued` for a draft
 */
export const createLink = verb("invoice.send", InvoiceIdInput, async (tx, ctx, { id }) => {
  const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, id)).for("update");
  if (!invoice) throw notFound();
  if (invoice.lifecycle === "draft") throw conflict("notIssued");
  const existing = await currentLink(tx, id);
  const linkId = existing ?? (await ensureLink(tx, id));
  if (existing) ctx.unchanged();
  else
    await ctx.audit({
      action: "invoice.create_link",
      subjectType: "invoice",
      subjectId: id,
      after: { linkId },
    });
  return { url: hostedUrl(linkId) };
});
