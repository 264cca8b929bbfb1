/** Lengths of bank account numbers by country, of those in SWIFT's IBAN registry. */
const LENGTHS =
  "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20";
const lengthOf = new Map(
  LENGTHS.split(" ").map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);

const START = /(?<![A-Z0-9])([A-Z]{2})\d{2}/gi;

/** ISO 13616, 6: check digits by ISO 7064 mod 97-10. */
function isIban(compact: string): boolean {
  const moved = compact.slice(4) + compact.slice(0, 4);
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** A text without its bank account numbers (IBAN), spaced as on paper or not. */
export function withoutIbans(text: string): string {
  let rest = text;
  for (const { index, 1: country = "" } of text.matchAll(START)) {
    const length = lengthOf.get(country.toUpperCase()) ?? 0;
    const [found = ""] = new RegExp(`^(?:[A-Z0-9] ?){${length}}`, "i").exec(text.slice(index)) ?? [];
    const compact = found.replaceAll(" ", "").toUpperCase();
    if (length > 0 && isIban(compact))
      rest = rest.slice(0, index) + "·".repeat(found.length) + rest.slice(index + found.length);
  }
  return rest;
}
