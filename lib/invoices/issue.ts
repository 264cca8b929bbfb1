import { eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { verb } from "@/lib/platform/verb";
import { draftOf } from "./draft";
import { finalizeInvoice } from "./finalize";
import { isStored } from "./is-stored";
import { saveInvoice } from "./save";
import { IssueInput } from "./schemas";
import { sendInvoice } from "./send";

/**
 * The editor's last step in one transaction: saves, finalizes and, when asked, sends. A refusal of any of them
 * leaves everything as it was. The same form sent twice takes one number and sends one message.
 * @throws DomainError whatever saving, finalizing and sending refuse
 */
export const issueInvoice = verb("invoice.finalize", IssueInput, async (tx, ctx, input) => {
  const { send, message, ...fields } = input;
  // The verbs inside keep the trail.
  ctx.unchanged();
  const [there] = await tx.select().from(invoices).where(eq(invoices.id, fields.id)).for("update");
  if (there?.lifecycle === "open" && there.number && (await isStored(tx, there, await draftOf(tx, fields))))
    return { id: there.id, number: there.number };
  const saved = await saveInvoice.within(tx, ctx, fields);
  const { id, number } = await finalizeInvoice.within(tx, ctx, saved);
  if (send) await sendInvoice.within(tx, ctx, { id, message });
  return { id, number };
});
