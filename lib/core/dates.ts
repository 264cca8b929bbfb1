import { Temporal } from "temporal-polyfill";

/** Whether a text is a date that exists, written YYYY-MM-DD, in the years 1900 to 2199. */
export function isIsoDate(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

/** The ISO date some days later (or earlier, when negative). */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Days from one ISO date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** The calendar date of an instant in an IANA time zone. */
export function dateIn(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** The instant at which an ISO date begins in an IANA time zone. */
export function startOfDay(date: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}

/** The first day of the month of an ISO date. */
export function startOfMonth(date: string): string {
  return `${date.slice(0, 7)}-01`;
}

/** The first day of the month some months later (or earlier, when negative). */
export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(startOfMonth(date)).add({ months }).toString();
}

/** The same day some months later, or the last one of a shorter month: 31 January and a month is 28 February. */
export function addMonthsKeepingDay(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** The due date (ISO) of an invoice: its client's payment terms in days, else the organization's. */
export function dueDateOf(
  issueDate: string,
  clientDays: number | null | undefined,
  organizationDays: number,
): string {
  return addDays(issueDate, clientDays ?? organizationDays);
}
