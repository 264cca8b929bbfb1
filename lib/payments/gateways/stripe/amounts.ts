import { minorUnits } from "@/lib/core/currencies";

/**
 * Stripe's own digits where they differ from ISO 4217, or where the last digits must be zero.
 * Source: https://docs.stripe.com/currencies (zero-decimal, three-decimal, special cases).
 * ISK and UGX are written with two decimals that are always 00; MGA is written without decimals;
 * three-decimal amounts end in 0.
 */
const RULES: Record<string, { digits: number; multipleOf: bigint }> = {
  ISK: { digits: 2, multipleOf: 100n },
  UGX: { digits: 2, multipleOf: 100n },
  MGA: { digits: 0, multipleOf: 1n },
  BHD: { digits: 3, multipleOf: 10n },
  JOD: { digits: 3, multipleOf: 10n },
  KWD: { digits: 3, multipleOf: 10n },
  OMR: { digits: 3, multipleOf: 10n },
  TND: { digits: 3, multipleOf: 10n },
};

/**
 * Minor units of ISO 4217 to the integer that Stripe expects.
 * @throws RangeError when Stripe can't express the amount exactly
 */
export function toStripe(amountMinor: bigint, currency: string): number {
  const rule = RULES[currency];
  const iso = minorUnits(currency);
  const scaled = rescale(amountMinor, iso, rule?.digits ?? iso);
  if (
    scaled === undefined ||
    (rule && scaled % rule.multipleOf !== 0n) ||
    scaled > BigInt(Number.MAX_SAFE_INTEGER)
  )
    throw new RangeError(`Stripe can't take this amount of ${currency}`);
  return Number(scaled);
}

/**
 * Stripe's integer to minor units of ISO 4217.
 * @throws RangeError when it is not a whole number of them
 */
export function fromStripe(amount: number, currency: string): bigint {
  const iso = minorUnits(currency);
  const scaled = Number.isSafeInteger(amount)
    ? rescale(BigInt(amount), RULES[currency]?.digits ?? iso, iso)
    : undefined;
  if (scaled === undefined) throw new RangeError(`Not an amount of ${currency}`);
  return scaled;
}

function rescale(amount: bigint, from: number, to: number): bigint | undefined {
  if (to >= from) return amount * 10n ** BigInt(to - from);
  const divisor = 10n ** BigInt(from - to);
  return amount % divisor === 0n ? amount / divisor : undefined;
}
