import { isCurrency, minorUnits } from "@/lib/core/currencies";
import { decimalPlaces, isDecimal } from "@/lib/core/decimal";
import type { Discount } from "@/lib/core/lines";
import { toMinor } from "@/lib/core/money";
import { percentToPpm } from "@/lib/core/percent";
import { over } from "@/lib/core/problem";

/** A percentage with up to 4 decimals, or an amount in major units: decimal text, as typed. */
export type TypedValue = { kind: "percent" | "amount"; text: string };

/** Whether a decimal text is nothing: "0", "0.00". */
export const isZero = (text: string): boolean => /^-?[0.]+$/.test(text);

/** What is wrong with the decimals or the size of a value; `tooMuch` is said of more than 100 %. */
export function valueProblem(
  { kind, text }: TypedValue,
  currency: string,
  tooMuch: string,
): string | undefined {
  if (!isDecimal(text) || !isCurrency(currency)) return undefined;
  const places = kind === "percent" ? 4 : minorUnits(currency);
  if (decimalPlaces(text) > places) return over("tooManyDecimals", places);
  return kind === "percent" && percentToPpm(text) > 1_000_000 ? tooMuch : undefined;
}

/**
 * A discount or charge in the core's terms.
 * @throws RangeError for an amount with more decimals than the currency has
 */
export function coreValue({ kind, text }: TypedValue, currency: string): Discount {
  return kind === "percent" ? { kind, ppm: percentToPpm(text) } : { kind, minor: toMinor(text, currency) };
}
