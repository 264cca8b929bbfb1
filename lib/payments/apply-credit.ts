import { eq } from "drizzle-orm";
import { invoices, organizations } from "@/db/schema";
import { lockClient, owedBy } from "@/lib/allocations/allocate";
import { creditsOf, settleFromCredit } from "@/lib/allocations/credit";
import { dateIn } from "@/lib/core/dates";
import { sum } from "@/lib/core/money";
import { lesser } from "@/lib/core/settle";
import { laterOf } from "@/lib/invoices/dates";
import { clock } from "@/lib/platform/clock";
import { conflict, invalid, notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { verb } from "@/lib/platform/verb";
import { minorOf } from "./rules";
import { ApplyCreditInput } from "./schemas";

/**
 * Settles an open invoice from its client's credit: from one payment or credit note, or from the first recorded ones.
 * Without an amount as much as is owed and there. Returns what was applied (minor units).
 * @throws DomainError invalid `overAllocated`, `overUsed` beside the amount; conflict `notOpen`, `nothingOwed`,
 * `noCredit`, `otherCurrency`, and `balanceChanged` when the invoice owes something else than the person saw
 */
export const applyClientCredit = verb("payment.apply", ApplyCreditInput, async (tx, ctx, input) => {
  const { invoiceId, sourceId } = input;
  const [found] = await tx
    .select({ clientId: invoices.clientId })
    .from(invoices)
    .where(eq(invoices.id, invoiceId));
  const clientId = found?.clientId;
  if (!clientId) throw notFound();
  await lockClient(tx, clientId);
  const [[invoice], [organization], owed] = await together([
    tx.select().from(invoices).where(eq(invoices.id, invoiceId)),
    tx.select().from(organizations),
    owedBy(tx, invoiceId),
  ]);
  if (!invoice || !organization) throw notFound();
  if (invoice.lifecycle !== "open" || invoice.kind !== "invoice") throw conflict("notOpen");
  if (owed.balanceMinor !== input.owed) throw conflict("balanceChanged");
  if (owed.balanceMinor === 0n) throw conflict("nothingOwed");

  const all = await creditsOf(tx, clientId, invoice.currency);
  const sources = sourceId ? all.filter((source) => source.sourceId === sourceId) : all;
  const thereMinor = sum(sources.map(({ leftMinor }) => leftMinor));
  if (thereMinor === 0n) throw conflict("noCredit");
  const wanted = input.amount && minorOf("amount", input.amount, invoice.currency);
  if (wanted && wanted > owed.balanceMinor) throw invalid("amount", "overAllocated");
  if (wanted && wanted > thereMinor) throw invalid("amount", "overUsed");

  const today = dateIn(clock.now(), organization.timeZone);
  const applied = await settleFromCredit(
    tx,
    ctx,
    { id: invoiceId, clientId, currency: invoice.currency },
    sources,
    wanted || lesser(owed.balanceMinor, thereMinor),
    laterOf(today, invoice.issueDate ?? today),
  );
  return { appliedMinor: sum(applied.map(({ amountMinor }) => amountMinor)) };
});
