import Big from "big.js";

const PLAIN = /^-?\d{1,18}(\.\d{1,12})?$/;

/** Whether a text is a plain decimal number: digits, one optional point, no exponent, no NaN. */
export function isDecimal(text: string): boolean {
  return PLAIN.test(text);
}

/** Digits after the point as written: "1.50" has two. */
export function decimalPlaces(text: string): number {
  return text.split(".")[1]?.length ?? 0;
}

/**
 * An exact decimal from its text.
 * @throws RangeError unless the text is a plain decimal number
 */
export function decimal(text: string): Big {
  if (!isDecimal(text)) throw new RangeError("Not a plain decimal number");
  return new Big(text);
}

/** Rounds once, half away from zero, to a whole number. */
export function roundToInteger(value: Big): bigint {
  return BigInt(value.round(0, Big.roundHalfUp).toFixed(0));
}
