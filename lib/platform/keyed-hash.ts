import { createHmac, hkdfSync } from "node:crypto";
import { env } from "./env";
import type { Keyring } from "./keyring";

/** Which column of whose rows: equal texts of two organizations, or in two columns, do not look equal. */
export type HashPlace = { table: string; column: string; organizationId: string };

const VERSION = "h1";
const KEY_BYTES = 32;

/** What a hash made by a key begins with: the format's version and the key's id. */
export const hashedBy = (keyId: string): string => `${VERSION}.${keyId}.`;

/** What of a text is compared: its letters and digits, in upper case. */
const comparable = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * HMAC-SHA-256 of a text's letters and digits by a key that HKDF (RFC 5869) derives for the place from a sealing key:
 * `h1.<key id>.<base64url>`. Null when nothing is left to compare.
 */
function hashBy({ keys }: Keyring, keyId: string, text: string, place: HashPlace): string | null {
  const key = keys.get(keyId);
  if (!key) throw new Error(`There is no sealing key ${keyId}`);
  const plain = comparable(text);
  if (!plain) return null;
  const info = JSON.stringify([VERSION, place.organizationId, place.table, place.column]);
  const derived = Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), info, KEY_BYTES));
  return hashedBy(keyId) + createHmac("sha256", derived).update(plain).digest("base64url");
}

/** The hash that is stored: by the keyring's current key. */
export const hashWith = (ring: Keyring, text: string, place: HashPlace): string | null =>
  hashBy(ring, ring.current, text, place);

/** All that may be stored for a text while keys are changing; none for a text without letters and digits. */
export const hashesWith = (ring: Keyring, text: string, place: HashPlace): string[] =>
  [...ring.keys.keys()].flatMap((keyId) => hashBy(ring, keyId, text, place) ?? []);

/** Hashes by the process's keys. */
export const keyedHash = (text: string, place: HashPlace): string | null =>
  hashWith(env().SEALING_KEYS, text, place);

/** What to look for, by the process's keys. */
export const keyedHashes = (text: string, place: HashPlace): string[] =>
  hashesWith(env().SEALING_KEYS, text, place);
