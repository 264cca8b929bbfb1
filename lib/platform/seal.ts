import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "./env";
import type { Keyring } from "./keyring";

/** Where a sealed text is stored. It opens nowhere else, whoever moved it. */
export type Place = { table: string; column: string; id: string; organizationId: string };

/** AES-256-GCM with a fresh 96-bit nonce per text (NIST SP 800-38D, 8.2.2) and a tag of 128 bits. */
const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = "s1";

const dataOf = ({ organizationId, table, column, id }: Place): Buffer =>
  Buffer.from(JSON.stringify([VERSION, organizationId, table, column, id]));

/** What a text sealed by a key begins with: the format's version and the key's id. */
export const sealedBy = (keyId: string): string => `${VERSION}.${keyId}.`;

/** Seals a text for its place by a keyring's current key: `s1.<key id>.<base64url of nonce, ciphertext, tag>`. */
export function sealWith({ current, keys }: Keyring, text: string, place: Place): string {
  const key = keys.get(current);
  if (!key) throw new Error(`There is no sealing key ${current}`);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(dataOf(place));
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return sealedBy(current) + sealed.toString("base64url");
}

/**
 * Opens what was sealed for this very place.
 * @throws Error when it was sealed elsewhere or changed, by a key that is not in SEALING_KEYS, or is no sealed text
 */
export function openWith({ keys }: Keyring, sealed: string, place: Place): string {
  const [version, keyId = "", body = ""] = sealed.split(".");
  if (version !== VERSION) throw new Error(`${place.table}.${place.column} does not hold a sealed text`);
  const key = keys.get(keyId);
  if (!key)
    throw new Error(`${place.table}.${place.column} is sealed by the key ${keyId}: add it to SEALING_KEYS`);
  const bytes = Buffer.from(body, "base64url");
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(dataOf(place))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return (
      decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8")
    );
  } catch (cause) {
    throw new Error(`${place.table}.${place.column} of ${place.id} was changed or sealed for another place`, {
      cause,
    });
  }
}

/** Seals by the process's keys. */
export const seal = (text: string, place: Place): string => sealWith(env().SEALING_KEYS, text, place);

/** Opens by the process's keys; throws as `openWith` does. */
export const open = (sealed: string, place: Place): string => openWith(env().SEALING_KEYS, sealed, place);
