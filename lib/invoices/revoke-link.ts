import { and, eq, isNull } from "drizzle-orm";
import { invoiceLinks } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { InvoiceIdInput } from "./schemas";

/** Makes the invoice's link invalid; sending the invoice again makes a new one. */
export const revokeLink = verb("invoice.send", InvoiceIdInput, async (tx, ctx, { id }) => {
  const [revoked] = await tx
    .update(invoiceLinks)
    .set({ revokedAt: clock.now() })
    .where(and(eq(invoiceLinks.invoiceId, id), isNull(invoiceLinks.revokedAt)))
    .returning({ id: invoiceLinks.id });
  if (!revoked) throw notFound();
  await ctx.audit({
    action: "invoice.revoke_link",
    subjectType: "invoice",
    subjectId: id,
    after: { linkId: revoked.id },
  });
  await ctx.emit({ type: "invoice.link_revoked", subjectId: id, invoiceId: id });
  return { id };
});
