import { addMonthsKeepingDay } from "@/lib/core/dates";
import { splitEvenly } from "@/lib/core/instalments";
import { sum, toMajor, toMinor } from "@/lib/core/money";
import type { PaymentPlanForm } from "@/lib/invoices/schemas";

type Typed = PaymentPlanForm["instalments"];

/** A stored plan as its form's fields. */
export const typedPlan = (
  plan: readonly { dueDate: string; amountMinor: bigint }[],
  currency: string,
): Typed => plan.map(({ dueDate, amountMinor }) => ({ dueDate, amount: toMajor(amountMinor, currency) }));

/** Equal instalments, a month apart from a first ISO date on, that add up to the whole. */
export const monthly = (payableMinor: bigint, count: number, from: string, currency: string): Typed =>
  splitEvenly(payableMinor, count).map((amountMinor, index) => ({
    dueDate: addMonthsKeepingDay(from, index),
    amount: toMajor(amountMinor, currency),
  }));

/** What the typed amounts lack of the whole, in minor units; null while one of them is no amount. */
export function missingFrom(payableMinor: bigint, typed: Typed, currency: string): bigint | null {
  try {
    return payableMinor - sum(typed.map(({ amount }) => toMinor(amount.trim(), currency)));
  } catch {
    return null;
  }
}
