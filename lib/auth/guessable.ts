import { dictionary } from "@zxcvbn-ts/language-common";

/** The most frequent passwords of known breaches, in lower case. */
const COMMON = new Set(dictionary["passwords-common"]);
const PRODUCT = "counterfoil";
/** What must be left of a password without the words that anyone would try first. */
const OWN_LENGTH = 8;

const fold = (text: string) => text.normalize("NFKC").toLowerCase();
const LOOKALIKES: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
const unmasked = (text: string) => text.replace(/[013457@$!]/g, (sign) => LOOKALIKES[sign] ?? sign);

/** "aaaa", "abcabcabc": one piece of at most four characters over and over. */
const repeats = (text: string) => /^(.{1,4}?)\1{2,}.{0,3}$/su.test(text);

const ROWS = [
  "abcdefghijklmnopqrstuvwxyz",
  "1234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "azertyuiop",
];
const BOTH_WAYS = ROWS.flatMap((row) => [row, [...row].reverse().join("")]).map((row) => row + row);

/** "34567890", "qwertyu": along the alphabet, the digits or a row of keys, either way. */
const follows = (text: string) => text.length >= 2 && BOTH_WAYS.some((row) => row.includes(text));

const isPiece = (text: string) => COMMON.has(text) || follows(text) || repeats(text);

/** Whether a password is a common one, or two of them one after the other, also with digits in the place of letters. */
export function isCommon(password: string): boolean {
  const typed = fold(password).replace(/\s+/g, "");
  const forms = new Set([typed, typed.replace(/[^\p{L}\p{N}]+$/u, ""), unmasked(typed)]);
  return [...forms].some(
    (text) =>
      isPiece(text) ||
      Array.from({ length: text.length }, (_, at) => at).some(
        (at) => at > 0 && isPiece(text.slice(0, at)) && isPiece(text.slice(at)),
      ),
  );
}

/**
 * Whether little is left of a password without the words of its person: names, addresses, the organization's name and
 * this product's.
 */
export function isPersonal(password: string, words: readonly string[]): boolean {
  const parts = [PRODUCT, ...words]
    .flatMap((word) => [fold(word).replace(/\s+/g, ""), ...fold(word).split(/[^\p{L}\p{N}]+/u)])
    .filter((part) => part.length >= 3)
    .sort((a, b) => b.length - a.length);
  const typed = fold(password).replace(/\s+/g, "");
  const left = parts.reduce((text, part) => text.replaceAll(part, ""), typed);
  return left !== typed && left.length < OWN_LENGTH;
}
