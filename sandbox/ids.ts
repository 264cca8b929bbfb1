import { randomBytes } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** `length` random letters and digits. */
export function randomText(length: number): string {
  let text = "";
  while (text.length < length) {
    // Bytes past the last whole multiple of 62 would favour the first letters.
    for (const byte of randomBytes(length))
      if (byte < 248 && text.length < length) text += ALPHABET[byte % 62];
  }
  return text;
}

/** An id as Stripe shapes it: `pi_` + 24 letters and digits. */
export const stripeId = (prefix: string, length = 24) => `${prefix}_${randomText(length)}`;
