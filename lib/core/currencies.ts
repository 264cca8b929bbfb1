/**
 * Minor units per currency, from ISO 4217 List One. Never from Intl, whose digits differ for some currencies.
 * Funds codes, metals and test codes without a minor unit are left out: nobody is invoiced in them.
 */
const DIGITS: Record<0 | 2 | 3 | 4, string> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  2:
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC " +
    "CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR " +
    "JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD " +
    "NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN " +
    "SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const digits = new Map(
  Object.entries(DIGITS).flatMap(([count, codes]) =>
    codes.split(" ").map((code) => [code, Number(count)] as const),
  ),
);

/** All known ISO 4217 alphabetic codes, sorted. */
export const currencies: readonly string[] = [...digits.keys()].sort();

export function isCurrency(code: string): boolean {
  return digits.has(code);
}

/**
 * Digits after the decimal point of a currency: JPY 0, EUR 2, KWD 3.
 * @throws RangeError for a code that ISO 4217 does not list
 */
export function minorUnits(currency: string): number {
  const count = digits.get(currency);
  if (count === undefined) throw new RangeError(`Unknown currency ${currency}`);
  return count;
}
