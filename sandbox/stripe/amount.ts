import { stripeDigits } from "./currencies";

/**
 * A minor-unit amount as the number that Stripe's JSON carries; the sandbox computes in bigint.
 * @throws RangeError beyond what a JSON number holds exactly
 */
export function toWire(amount: bigint): number {
  const value = Number(amount);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${amount} does not fit a JSON number`);
  return value;
}

/** `12345n, "eur"` as `€123.45`. */
export function readable(amount: bigint | number, currency: string): string {
  const digits = stripeDigits(currency);
  const minor = BigInt(amount);
  const absolute = String(minor < 0n ? -minor : minor).padStart(digits + 1, "0");
  const whole = absolute.slice(0, absolute.length - digits);
  const fraction = digits > 0 ? `.${absolute.slice(-digits)}` : "";
  const format = new Intl.NumberFormat("en", {
    style: "currency",
    currency: currency.toUpperCase(),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // A decimal string is formatted exactly; a number would pass through a float.
  return format.format(`${minor < 0n ? "-" : ""}${whole}${fraction}` as `${number}`);
}

/** What Stripe might keep of a payment: 1.5 % rounded half up, and 25 minor units; never more than the payment. */
export function processingFee(amount: bigint): bigint {
  const fee = (amount * 15n + 500n) / 1000n + 25n;
  return fee < amount ? fee : amount;
}
