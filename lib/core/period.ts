import { addDays, addMonths, isIsoDate, startOfMonth } from "./dates";

/** Days that belong together, both ends included (ISO dates). */
export type Period = { from: string; to: string };

export const periodNames = ["month", "lastMonth", "quarter", "year", "lastYear"] as const;
export type PeriodName = (typeof periodNames)[number];

const MONTHS: Record<PeriodName, number> = { month: 1, lastMonth: 1, quarter: 3, year: 12, lastYear: 12 };

/** The calendar month, quarter or year that a date (ISO) lies in, or the one before it; whole, also what is still to come. */
export function namedPeriod(name: PeriodName, today: string): Period {
  const months = MONTHS[name];
  const month = Number(today.slice(5, 7)) - 1;
  const first = addMonths(startOfMonth(today), -(month % months));
  const from = name.startsWith("last") ? addMonths(first, -months) : first;
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** The name of a period as seen from today; undefined for one that somebody chose. */
export const periodName = (period: Period, today: string): PeriodName | undefined =>
  periodNames.find((name) => {
    const named = namedPeriod(name, today);
    return named.from === period.from && named.to === period.to;
  });

/**
 * The period that an address asks for, this year when it asks for none; and what is wrong with it, as a key of the
 * `errors` catalog, in which case it is this year as well.
 */
export function readPeriod(
  asked: { from?: string | undefined; to?: string | undefined },
  today: string,
): { period: Period; problem: "date" | "endBeforeStart" | null } {
  const year = namedPeriod("year", today);
  const period = { from: asked.from ?? year.from, to: asked.to ?? year.to };
  if (!isIsoDate(period.from) || !isIsoDate(period.to)) return { period: year, problem: "date" };
  if (period.to < period.from) return { period: year, problem: "endBeforeStart" };
  return { period, problem: null };
}

/**
 * The days that an address asks for, where either end may be left open; and what is wrong with them, as a key of the
 * `errors` catalog, in which case both are left open.
 */
export function readSpan(asked: { from?: string | undefined; to?: string | undefined }): {
  span: Partial<Period>;
  problem: "date" | "endBeforeStart" | null;
} {
  const { from, to } = asked;
  if ([from, to].some((day) => day !== undefined && !isIsoDate(day))) return { span: {}, problem: "date" };
  if (from && to && to < from) return { span: {}, problem: "endBeforeStart" };
  return { span: { ...(from && { from }), ...(to && { to }) }, problem: null };
}
