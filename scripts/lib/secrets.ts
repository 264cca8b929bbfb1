import { randomBytes, randomInt } from "node:crypto";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** Without letters that people mistake for one another. */
const READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

const pick = (alphabet: string, length: number) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");

/** A secret that only machines read: 256 bits. */
export const machineSecret = () => randomBytes(32).toString("base64url");

/** The first version of what passwords are mixed with: a key of 256 bits. */
export const passwordPepper = () => `v1:${randomBytes(32).toString("base64")}`;
/** A keyring of one key for secrets at rest, as SEALING_KEYS spells it. */
export const sealingKey = () => `k1:${randomBytes(32).toString("base64")}`;

/** A key in a provider's spelling, which says by its prefix that only the sandbox accepts it. */
export const sandboxKey = (prefix: string) => `${prefix}${pick(LETTERS, 32)}`;

/** A password that people type: four groups of five, about 99 bits. */
export const readablePassword = () => Array.from({ length: 4 }, () => pick(READABLE, 5)).join("-");
