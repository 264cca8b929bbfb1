import { withoutIbans } from "./iban";

/** Digits as they are written on a card and typed from it: at once, or in groups of three and more. */
const RUN = /(?<![\p{L}\p{N}+])\d{3,}(?:[ -]\d{3,})*(?![\p{L}\p{N}])/gu;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Who issues cards: how their numbers begin (ISO/IEC 7812) and how long they are. */
const ISSUERS: [name: string, prefix: RegExp, lengths: number[]][] = [
  ["Visa", /^4/, [13, 16, 19]],
  ["Mastercard", /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  ["American Express", /^3[47]/, [15]],
  ["Diners Club", /^(30[0-5]|3095|36|38|39)/, [14, 16]],
  ["Discover", /^(6011|64[4-9]|65)/, [16, 19]],
  ["JCB", /^35(2[89]|[3-8])/, [16, 19]],
  ["UnionPay", /^62/, [16, 17, 18, 19]],
  ["Maestro", /^(5018|5020|5038|5893|6304|6759|676[1-3])/, [13, 14, 15, 16, 17, 18, 19]],
];

const LONGEST = 19;

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** An article's number (GTIN-13 or -14), which a line may well name: GS1 General Specifications, 7.9.1. */
function isArticle(digits: string): boolean {
  if (digits.length !== 13 && digits.length !== 14) return false;
  const weighted = [...digits].reverse().map((digit, index) => Number(digit) * (index % 2 === 1 ? 3 : 1));
  return weighted.reduce((total, value) => total + value, 0) % 10 === 0;
}

const isCard = (digits: string): boolean =>
  ISSUERS.some(([, prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length)) &&
  passesLuhn(digits) &&
  !isArticle(digits);

/**
 * The first number in a text that looks like that of a payment card, which must not be stored (PCI DSS 3.4): 13–19 digits
 * with an issuer's prefix and length that pass the Luhn check, spaces and dashes between groups allowed. Bank accounts,
 * UUIDs, phone numbers with their +, and digits within a longer word are none.
 */
export function cardNumberIn(text: string): string | null {
  if (!/\d{3}/.test(text)) return null;
  for (const [run] of withoutIbans(text).replace(UUID, "·").matchAll(RUN)) {
    const groups = run.split(/[ -]/);
    // Any neighbouring groups: the card's number may stand beside its date or an amount.
    for (let from = 0; from < groups.length; from += 1)
      for (let to = from + 1; to <= groups.length; to += 1) {
        const digits = groups.slice(from, to).join("");
        if (digits.length > LONGEST) break;
        if (isCard(digits)) return digits;
      }
  }
  return null;
}
