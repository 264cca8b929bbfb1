import Big from "big.js";
import { minorUnits } from "./currencies";
import { decimal, decimalPlaces, isDecimal, roundToInteger } from "./decimal";

/** Largest magnitude of any amount, in minor units: every sum of them still fits PostgreSQL's bigint. */
export const MAX_MINOR = 10n ** 15n;

/** One million: rates and percentages are integers in parts per million (19 % = 190,000). */
export const PPM = 1_000_000;

/** a × numerator ÷ denominator, rounded once, half away from zero. The denominator is positive. */
export function mulDiv(amount: bigint, numerator: bigint, denominator: bigint): bigint {
  const product = amount * numerator;
  const negative = product < 0n;
  const magnitude = negative ? -product : product;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return negative ? -rounded : rounded;
}

/** A share of an amount, in minor units; `ppm` is parts per million. */
export function share(amount: bigint, ppm: number): bigint {
  return mulDiv(amount, BigInt(ppm), BigInt(PPM));
}

/** A rounding that can be shown: ofMinor × numerator ÷ denominator comes to minor, half away from zero. */
export type Ratio = { ofMinor: bigint; numerator: bigint; denominator: bigint; minor: bigint };

/** A rate (ppm) on top of an amount without it. */
export function added(ofMinor: bigint, ppm: number): Ratio {
  return ratio(ofMinor, BigInt(ppm), BigInt(PPM));
}

/** A rate (ppm) within an amount that includes it: 19 % within 119 are 19. */
export function contained(ofMinor: bigint, ppm: number): Ratio {
  return ratio(ofMinor, BigInt(ppm), BigInt(PPM + ppm));
}

function ratio(ofMinor: bigint, numerator: bigint, denominator: bigint): Ratio {
  return { ofMinor, numerator, denominator, minor: mulDiv(ofMinor, numerator, denominator) };
}

/**
 * Minor units from what a person typed in major units ("12.5" EUR is 1250n).
 * @throws RangeError for anything but a plain decimal, or with more decimals than the currency has
 */
export function toMinor(text: string, currency: string): bigint {
  if (!isDecimal(text) || decimalPlaces(text) > minorUnits(currency))
    throw new RangeError(`Not an amount in ${currency}`);
  return BigInt(
    decimal(text)
      .times(new Big(10).pow(minorUnits(currency)))
      .toFixed(0),
  );
}

/** The amount in major units as a plain decimal text: 1250n EUR is "12.50". */
export function toMajor(minor: bigint, currency: string): string {
  const digits = minorUnits(currency);
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const sign = minor < 0n ? "-" : "";
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** quantity × unit price (decimal texts), exactly, in major units. */
export function product(quantity: string, unitPrice: string): Big {
  return decimal(quantity).times(decimal(unitPrice));
}

/** quantity × unit price (both decimal texts, price in major units), rounded once to minor units. */
export function extend(quantity: string, unitPrice: string, currency: string): bigint {
  return roundToInteger(product(quantity, unitPrice).times(new Big(10).pow(minorUnits(currency))));
}

/** The sum of minor-unit amounts. */
export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

/**
 * Splits a total over weights without losing or making a cent: largest remainders first, ties to the earlier.
 * @throws RangeError when no weight is positive or one is negative
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = sum(weights);
  if (whole <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError("Weights must be positive");
  return settle(
    total,
    weights.map((weight) => total * weight),
    whole,
  );
}

/**
 * Whole amounts that sum to a total, each as near as can be to its exact value numerators[i] ÷ denominator, which may
 * be negative. Each is rounded, then those furthest off give or take the cents between them and the total; what is
 * exactly nothing stays nothing, and of equals the earlier keeps the larger. The exact values sum to about the total.
 */
export function settle(total: bigint, numerators: readonly bigint[], denominator: bigint): bigint[] {
  const parts = numerators.map((numerator) => mulDiv(numerator, 1n, denominator));
  const off = total - sum(parts);
  if (off === 0n) return parts;
  const sign = off < 0n ? -1n : 1n;
  const givers = numerators
    .map((numerator, index) => ({
      index,
      numerator,
      gap: (numerator - (parts[index] ?? 0n) * denominator) * sign,
      rank: numerator * sign > 0n ? index : -index,
    }))
    .filter(({ numerator }) => numerator !== 0n)
    .sort((a, b) => (a.gap === b.gap ? a.rank - b.rank : a.gap > b.gap ? -1 : 1));
  const count = BigInt(givers.length || 1);
  const [every, rest] = [(off * sign) / count, (off * sign) % count];
  givers.forEach(({ index }, turn) => {
    parts[index] = (parts[index] ?? 0n) + sign * (every + (turn < rest ? 1n : 0n));
  });
  return parts;
}
