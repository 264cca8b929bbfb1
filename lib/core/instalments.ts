import { allocate } from "./money";

/** A part of what is payable, in minor units, and the ISO date by which it is expected. */
export type Instalment = { dueDate: string; amountMinor: bigint };

export const instalmentStatuses = ["paid", "partially_paid", "due", "overdue", "upcoming"] as const;
export type InstalmentStatus = (typeof instalmentStatuses)[number];
export type InstalmentState = { paidMinor: bigint; state: InstalmentStatus };

/**
 * A total in equal parts, in minor units, without losing or making a cent: the first ones take the odd cents.
 * @throws RangeError unless the count is a whole number above zero
 */
export function splitEvenly(totalMinor: bigint, count: number): bigint[] {
  if (!Number.isInteger(count)) throw new RangeError("Not a number of parts");
  return allocate(
    totalMinor,
    Array.from({ length: count }, () => 1n),
  );
}

/**
 * How each instalment stands, in the order given: what was paid fills the earliest first. Like an invoice's, a due
 * date is inclusive, and late comes before partially paid. `today` is ISO, in the organization's time zone.
 */
export function instalmentStates(
  instalments: readonly Instalment[],
  paidMinor: bigint,
  today: string,
): InstalmentState[] {
  const states: InstalmentState[] = [];
  let left = paidMinor < 0n ? 0n : paidMinor;
  for (const { instalment, index } of byDueDate(instalments)) {
    const paid = left < instalment.amountMinor ? left : instalment.amountMinor;
    left -= paid;
    states[index] = { paidMinor: paid, state: stateOf(instalment, paid, today) };
  }
  return states;
}

function byDueDate(instalments: readonly Instalment[]) {
  return instalments
    .map((instalment, index) => ({ instalment, index }))
    .sort((a, b) => {
      if (a.instalment.dueDate === b.instalment.dueDate) return a.index - b.index;
      return a.instalment.dueDate < b.instalment.dueDate ? -1 : 1;
    });
}

function stateOf({ dueDate, amountMinor }: Instalment, paidMinor: bigint, today: string): InstalmentStatus {
  if (paidMinor >= amountMinor) return "paid";
  if (dueDate < today) return "overdue";
  if (paidMinor > 0n) return "partially_paid";
  return dueDate === today ? "due" : "upcoming";
}
