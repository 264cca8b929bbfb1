import { eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { lockClient, owedBy } from "@/lib/allocations/allocate";
import { post } from "@/lib/ledger/post";
import { clock } from "@/lib/platform/clock";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { laterOf, organizationToday } from "./dates";
import { VoidInput } from "./schemas";

/**
 * Gives up what an invoice still owes: posted as an expense, and the invoice takes no payment any more.
 * The tax on it stays owed; getting it back follows the country's rules, by a credit note.
 * @throws DomainError conflict `notOpen`, `nothingOwed`
 */
export const writeOffInvoice = verb("invoice.writeOff", VoidInput, async (tx, ctx, { id, reason }) => {
  const [found] = await tx.select({ clientId: invoices.clientId }).from(invoices).where(eq(invoices.id, id));
  if (!found) throw notFound();
  if (found.clientId) await lockClient(tx, found.clientId);
  const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, id)).for("update");
  if (!invoice?.clientId || !invoice.issueDate || invoice.kind !== "invoice" || invoice.lifecycle !== "open")
    throw conflict("notOpen");
  const { balanceMinor: amountMinor, baseMinor } = await owedBy(tx, id);
  if (amountMinor === 0n) throw conflict("nothingOwed");
  await post(tx, {
    kind: "invoice.written_off",
    sourceId: id,
    postedOn: laterOf(await organizationToday(tx), invoice.issueDate),
    currency: invoice.currency,
    clientId: invoice.clientId,
    postings: [
      { account: "write_offs", amountMinor, baseMinor, invoiceId: id },
      { account: "receivable", amountMinor: -amountMinor, baseMinor: -baseMinor, invoiceId: id },
    ],
  });
  const writtenOffAt = clock.now();
  await tx
    .update(invoices)
    .set({ lifecycle: "written_off", writtenOffAt, updatedAt: writtenOffAt })
    .where(eq(invoices.id, id));
  await ctx.audit({
    action: "invoice.write_off",
    subjectType: "invoice",
    subjectId: id,
    before: { lifecycle: "open" },
    after: { lifecycle: "written_off", amountMinor, reason },
  });
  const payload = { amountMinor: String(amountMinor), currency: invoice.currency, reason };
  await ctx.emit({ type: "invoice.written_off", subjectId: id, invoiceId: id, payload });
  return { id };
});
