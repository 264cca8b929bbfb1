import { badParam, StripeError } from "./errors";
import type { Rule } from "./params/rules";

const KNOWN = new Set(
  (
    "aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf chf clp cny " +
    "cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr isk jmd " +
    "jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad " +
    "ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std szl " +
    "thb tjs tnd top try ttd twd tzs uah ugx usd uyu uzs vnd vuv wst xaf xcd xcg xof xpf yer zar zmw"
  ).split(" "),
);
const NO_DECIMALS = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));
const THREE_DECIMALS = new Set("bhd jod kwd omr tnd".split(" "));
/** Currencies without a minor unit that Stripe still counts in hundredths. */
const WHOLE_HUNDREDS = new Set(["isk", "ugx"]);

const MAXIMUM = 99_999_999n;
const MINIMUM: Record<string, bigint> = {
  ...{
    aed: 200n,
    aud: 50n,
    bgn: 100n,
    brl: 50n,
    cad: 50n,
    chf: 50n,
    czk: 1500n,
    dkk: 250n,
    eur: 50n,
    gbp: 30n,
  },
  ...{ hkd: 400n, huf: 17_500n, inr: 50n, jpy: 50n, mxn: 1000n, myr: 200n, nok: 300n, nzd: 50n, pln: 200n },
  ...{ ron: 200n, sek: 300n, sgd: 50n, thb: 1000n, usd: 50n },
};

export const currency = (): Rule<string> => ({
  read: (raw, path) => {
    if (typeof raw !== "string" || !KNOWN.has(raw))
      throw badParam(`Invalid currency: ${String(raw).slice(0, 20)}. It must be a lower-case code`, path);
    return raw;
  },
});

/** Digits of the minor unit that Stripe counts in; for ISK and UGX not those of ISO 4217. */
export function stripeDigits(code: string): number {
  if (NO_DECIMALS.has(code)) return 0;
  return THREE_DECIMALS.has(code) ? 3 : 2;
}

/**
 * Refuses what Stripe would not charge.
 * @param amount in the minor unit that Stripe counts in
 * @throws StripeError `amount_too_small`, `amount_too_large`, or for digits that the currency's cards can't carry
 */
export function checkChargeable(amount: bigint, code: string, param: string): void {
  const minimum = MINIMUM[code] ?? 1n;
  if (amount < minimum)
    throw new StripeError(`The total must be at least ${minimum} (minor units) in ${code}.`, {
      code: "amount_too_small",
      param,
    });
  if (amount > MAXIMUM)
    throw new StripeError(`The total must be at most ${MAXIMUM} (minor units).`, {
      code: "amount_too_large",
      param,
    });
  const step = THREE_DECIMALS.has(code) ? 10n : WHOLE_HUNDREDS.has(code) ? 100n : 1n;
  if (amount % step !== 0n)
    throw new StripeError(`Amounts in ${code} must be divisible by ${step}.`, { param });
}
