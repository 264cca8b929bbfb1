import { minorUnits } from "@/lib/core/currencies";
import { PPM, toMajor } from "@/lib/core/money";

// Building a formatter costs far more than using it, and lists format hundreds of values.
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
  numbers.set(key, known);
  return known;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = dates.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dates.set(key, known);
  return known;
}

/** Intl reads a decimal text exactly; as a number it would lose digits. */
function exact(decimal: string): Intl.StringNumericLiteral {
  if (!/^-?\d+(\.\d+)?$/.test(decimal)) throw new RangeError(`Not a decimal: ${decimal}`);
  return decimal as Intl.StringNumericLiteral;
}

/**
 * An amount as the reader writes it, to the last digit however large: 123456n EUR in "en" is "€1,234.56".
 * @throws RangeError for an unknown currency
 */
export function formatMoney(minor: bigint, currency: string, locale: string): string {
  const digits = minorUnits(currency);
  return numberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(exact(toMajor(minor, currency)));
}

/**
 * A price per unit (decimal text in major units), which may have more decimals than the currency: "0.0125" USD
 * is "$0.0125", "5" USD is "$5.00".
 * @throws RangeError for an unknown currency or a text that is no decimal
 */
export function formatUnitPrice(price: string, currency: string, locale: string): string {
  return numberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: minorUnits(currency),
    maximumFractionDigits: 20,
  }).format(exact(price));
}

/**
 * A quantity (decimal text) without trailing zeros: "1500.500" in "en" is "1,500.5".
 * @throws RangeError for a text that is no decimal
 */
export function formatQuantity(quantity: string, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 20 }).format(exact(quantity));
}

/** A rate in parts per million: 81_250 in "en" is "8.125%". */
export function formatPercent(ppm: number, locale: string): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 4 }).format(ppm / PPM);
}

/**
 * A calendar date (YYYY-MM-DD), the same day in every time zone: "Mar 1, 2026".
 * @throws RangeError for a text that is no date
 */
export function formatDate(iso: string, locale: string): string {
  return dateFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));
}

/** An instant in the reader's time zone (IANA name), to the minute. */
export function formatDateTime(instant: Date, locale: string, timeZone: string): string {
  return dateFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(instant);
}
