import Big from "big.js";
import { minorUnits } from "./currencies";
import { decimal, decimalPlaces, isDecimal, roundToInteger } from "./decimal";

/** Decimals of an exchange rate, at most. */
export const RATE_PLACES = 10;

/** Whether a text is an exchange rate: a plain decimal above zero with at most ten decimals. */
export const isRate = (text: string): boolean =>
  isDecimal(text) && decimalPlaces(text) <= RATE_PLACES && decimal(text).gt(0);

/**
 * An amount in another currency, rounded once to its minor units, half away from zero. `rate` is how many units of
 * `to` one unit of `from` is worth, as decimal text: 10000n JPY at "0.0062" is 6200n EUR (62.00).
 * @throws RangeError unless the rate is a plain decimal
 */
export function convert(minor: bigint, from: string, to: string, rate: string): bigint {
  const shift = new Big(10).pow(minorUnits(to) - minorUnits(from));
  return roundToInteger(new Big(minor.toString()).times(decimal(rate)).times(shift));
}
