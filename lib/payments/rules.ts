import { toMinor } from "@/lib/core/money";
import { invalid } from "@/lib/platform/errors";
import { amountProblem } from "./schemas";

export type DateRule = {
  /** The organization's ISO date. */
  today: string;
  booksClosedOn: string | null;
};

/** Why nothing can be booked on a date: the key of the `errors` catalog; undefined when it can. */
export function dateProblem(date: string, { today, booksClosedOn }: DateRule): string | undefined {
  if (date > today) return "inFuture";
  return booksClosedOn !== null && date <= booksClosedOn ? "periodLocked" : undefined;
}

/**
 * Minor units of a typed amount.
 * @throws DomainError invalid, beside `field`, when the currency can't express it
 */
export function minorOf(field: string, typed: string, currency: string): bigint {
  const problem = amountProblem(typed, currency);
  if (problem) throw invalid(field, problem);
  return toMinor(typed, currency);
}
