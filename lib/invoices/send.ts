import { eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { ensureLink } from "./links";
import { recipientOf } from "./recipient";
import { SendInput } from "./schemas";

/**
 * Sends an issued invoice to the client's address by email, with a link to its hosted page. Sending again is allowed.
 * @throws DomainError conflict `notIssued` for a draft, `noRecipient` when the client has no email address
 */
export const sendInvoice = verb("invoice.send", SendInput, async (tx, ctx, { id, message }) => {
  const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, id)).for("update");
  if (!invoice) throw notFound();
  if (invoice.lifecycle !== "open") throw conflict("notIssued");
  const recipient = await recipientOf(tx, invoice);
  if (!recipient) throw conflict("noRecipient");
  const linkId = await ensureLink(tx, id);
  const sentAt = clock.now();
  await tx.update(invoices).set({ sentAt, updatedAt: sentAt }).where(eq(invoices.id, id));
  await ctx.audit({
    action: "invoice.send",
    subjectType: "invoice",
    subjectId: id,
    after: { sentAt, linkId },
  });
  await ctx.emit({
    type: "invoice.sent",
    subjectId: id,
    invoiceId: id,
    payload: { recipient, linkId, message },
  });
  return { id, recipient };
});
