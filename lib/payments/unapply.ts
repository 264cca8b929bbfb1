import { eq } from "drizzle-orm";
import { allocations, invoices, organizations } from "@/db/schema";
import { lockClient, takeBack } from "@/lib/allocations/allocate";
import { dateIn } from "@/lib/core/dates";
import { laterOf } from "@/lib/invoices/dates";
import { clock } from "@/lib/platform/clock";
import { conflict, notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { verb } from "@/lib/platform/verb";
import { AllocationIdInput } from "./schemas";

/**
 * Takes an allocation back: its invoice owes that much again, its payment or credit note has it again.
 * @throws DomainError conflict `doneBefore`, `notOpen`, `periodLocked`
 */
export const unapplyAllocation = verb("payment.apply", AllocationIdInput, async (tx, ctx, { id }) => {
  const read = () =>
    tx
      .select({ allocation: allocations, invoice: invoices })
      .from(allocations)
      .innerJoin(invoices, eq(invoices.id, allocations.invoiceId))
      .where(eq(allocations.id, id));
  const [found] = await read();
  const clientId = found?.invoice.clientId;
  if (!clientId) throw notFound();
  await lockClient(tx, clientId);
  const [[row], [organization]] = await together([read(), tx.select().from(organizations)]);
  if (!row || !organization) throw notFound();
  const { allocation, invoice } = row;
  if (allocation.unappliedOn) throw conflict("doneBefore");
  if (invoice.lifecycle !== "open") throw conflict("notOpen");

  const { currency } = invoice;
  const on = laterOf(dateIn(clock.now(), organization.timeZone), allocation.appliedOn);
  await takeBack(tx, allocation, { clientId, currency, on });
  const sourceId = allocation.paymentId ?? allocation.creditNoteId ?? "";
  await together([
    ctx.audit({
      action: "credit.unapply",
      subjectType: "invoice",
      subjectId: invoice.id,
      after: { on, currency, amountMinor: allocation.amountMinor, sourceId },
    }),
    ctx.emit({
      type: "credit.unapplied",
      subjectId: sourceId,
      invoiceId: invoice.id,
      payload: { amountMinor: String(allocation.amountMinor), currency },
    }),
  ]);
  return { id };
});
