import { eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { lockClient, owedBy } from "@/lib/allocations/allocate";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { ensureLink } from "./links";
import { recipientOf } from "./recipient";
import { SendInput } from "./schemas";

/**
 * Reminds a client by email of what an invoice still owes, with the link to pay it.
 * @throws DomainError conflict `notIssued`; `nothingOwed` when it was paid meanwhile; `noRecipient`
 */
export const remindInvoice = verb("invoice.send", SendInput, async (tx, ctx, { id, message }) => {
  const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, id));
  if (!invoice) throw notFound();
  if (invoice.kind !== "invoice" || invoice.lifecycle !== "open" || !invoice.clientId)
    throw conflict("notIssued");
  // A payment that is being recorded comes first: nobody is reminded of what they have just paid.
  await lockClient(tx, invoice.clientId);
  const { balanceMinor } = await owedBy(tx, id);
  if (balanceMinor === 0n) throw conflict("nothingOwed");
  const recipient = await recipientOf(tx, invoice);
  if (!recipient) throw conflict("noRecipient");
  const linkId = await ensureLink(tx, id);
  await ctx.audit({
    action: "invoice.remind",
    subjectType: "invoice",
    subjectId: id,
    after: { recipient, balanceMinor, linkId },
  });
  await ctx.emit({
    type: "invoice.reminded",
    subjectId: id,
    invoiceId: id,
    payload: { recipient, linkId, message },
  });
  return { id, recipient };
});
