import { minorUnits } from "@/lib/core/currencies";

/**
 * How Stripe writes amounts, which is not always as ISO 4217 does: how many decimals its integer stands for, and what it
 * must be a multiple of. Currencies that are not named have two decimals.
 * Source: https://docs.stripe.com/currencies (zero-decimal, three-decimal, special cases). HUF and TWD are special for
 * payouts alone; charges and refunds in them have two decimals.
 */
const RULES: readonly { currencies: string; digits: number; multipleOf: bigint }[] = [
  { currencies: "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF", digits: 0, multipleOf: 1n },
  // The last digit is always 0.
  { currencies: "BHD JOD KWD OMR TND", digits: 3, multipleOf: 10n },
  // Without decimals, but written with two, for integrations from the time when they had them.
  { currencies: "ISK UGX", digits: 2, multipleOf: 100n },
];

const rules = new Map(
  RULES.flatMap((rule) => rule.currencies.split(" ").map((currency) => [currency, rule] as const)),
);

const ruleOf = (currency: string) => rules.get(currency) ?? { digits: 2, multipleOf: 1n };

/**
 * Minor units of ISO 4217 to the integer that Stripe expects.
 * @throws RangeError when Stripe can't express the amount exactly
 */
export function toStripe(amountMinor: bigint, currency: string): number {
  const { digits, multipleOf } = ruleOf(currency);
  const scaled = rescale(amountMinor, minorUnits(currency), digits);
  if (scaled === undefined || scaled % multipleOf !== 0n || scaled > BigInt(Number.MAX_SAFE_INTEGER))
    throw new RangeError(`Stripe can't take this amount of ${currency}`);
  return Number(scaled);
}

/**
 * Stripe's integer to minor units of ISO 4217.
 * @throws RangeError when it is not a whole number of them
 */
export function fromStripe(amount: number, currency: string): bigint {
  const scaled = Number.isSafeInteger(amount)
    ? rescale(BigInt(amount), ruleOf(currency).digits, minorUnits(currency))
    : undefined;
  if (scaled === undefined) throw new RangeError(`Not an amount of ${currency}`);
  return scaled;
}

function rescale(amount: bigint, from: number, to: number): bigint | undefined {
  if (to >= from) return amount * 10n ** BigInt(to - from);
  const divisor = 10n ** BigInt(from - to);
  return amount % divisor === 0n ? amount / divisor : undefined;
}
