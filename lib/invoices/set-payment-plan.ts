import { eq } from "drizzle-orm";
import { instalments, invoices } from "@/db/schema";
import { minorUnits } from "@/lib/core/currencies";
import { decimalPlaces } from "@/lib/core/decimal";
import { sum, toMinor } from "@/lib/core/money";
import { over } from "@/lib/core/problem";
import { clock } from "@/lib/platform/clock";
import { conflict, DomainError, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { payableOf } from "./postings";
import { PaymentPlanInput } from "./schemas";

/**
 * Splits what a draft will ask for into dated instalments, or, with none, asks for it at once again. The invoice is due
 * with the last of them.
 * @throws DomainError conflict `frozen`, `changedElsewhere`; invalid `planDoesNotSum`, `planOutOfOrder`, `dueBeforeIssue`
 */
export const setPaymentPlan = verb("invoice.write", PaymentPlanInput, async (tx, ctx, input) => {
  const { id, version } = input;
  const [draft] = await tx.select().from(invoices).where(eq(invoices.id, id)).for("update");
  if (draft?.kind !== "invoice") throw notFound();
  if (draft.lifecycle !== "draft") throw conflict("frozen");
  if (draft.version !== version) throw conflict("changedElsewhere");
  const rows = input.instalments.map(({ dueDate, amount }, index) => {
    const places = minorUnits(draft.currency);
    if (decimalPlaces(amount) > places) throw wrong(index, "amount", over("tooManyDecimals", places));
    const before = input.instalments[index - 1]?.dueDate;
    if (before && dueDate < before) throw wrong(index, "dueDate", "planOutOfOrder");
    if (draft.issueDate && dueDate < draft.issueDate) throw wrong(index, "dueDate", "dueBeforeIssue");
    return { invoiceId: id, position: index + 1, dueDate, amountMinor: toMinor(amount, draft.currency) };
  });
  if (rows.length > 0 && sum(rows.map((row) => row.amountMinor)) !== payableOf(draft))
    throw new DomainError("invalid", "planDoesNotSum", { instalments: "planDoesNotSum" });
  await tx.delete(instalments).where(eq(instalments.invoiceId, id));
  if (rows.length > 0) await tx.insert(instalments).values(rows);
  const dueDate = rows.at(-1)?.dueDate ?? draft.dueDate;
  await tx
    .update(invoices)
    .set({ dueDate, version: version + 1, updatedAt: clock.now() })
    .where(eq(invoices.id, id));
  const after = { instalments: rows.map(({ dueDate: due, amountMinor }) => ({ due, amountMinor })), dueDate };
  await ctx.audit({ action: "invoice.set_payment_plan", subjectType: "invoice", subjectId: id, after });
  await ctx.emit({ type: "invoice.updated", subjectId: id, invoiceId: id });
  return { id, version: version + 1 };
});

const wrong = (index: number, field: "amount" | "dueDate", key: string) =>
  new DomainError("invalid", "checkFields", { [`instalments.${index}.${field}`]: key });
