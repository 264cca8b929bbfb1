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

/** quantity × unit price (both decimal texts, price in major units), rounded once to minor units. */
export function extend(quantity: string, unitPrice: string, currency: string): bigint {
  return roundToInteger(
    decimal(quantity)
      .times(decimal(unitPrice))
      .times(new Big(10).pow(minorUnits(currency))),
  );
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
  const sign = total < 0n ? -1n : 1n;
  const magnitude = total * sign;
  const shares = weights.map((weight) => (magnitude * weight) / whole);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (magnitude * weight) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  let left = magnitude - sum(shares);
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    shares[index] = (shares[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return shares.map((part) => part * sign);
}
