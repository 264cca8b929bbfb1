/** The keys that seal secrets at rest: all of them open, the current one seals. */
export type Keyring = { current: string; keys: ReadonlyMap<string, Buffer> };

const ENTRY = /^([a-z0-9_-]{1,20}):([A-Za-z0-9+/_-]{42,44}={0,2})$/;
const KEY_BYTES = 32;

/**
 * Reads keys spelt `k1:<base64 of 32 bytes>,k2:…`. `current` names the one that seals; the first does otherwise.
 * @throws Error that says what is wrong with which key, never its value
 */
export function parseKeyring(text: string, current?: string): Keyring {
  const keys = new Map<string, Buffer>();
  for (const [index, entry] of text.split(",").entries()) {
    const [, id = "", encoded = ""] = ENTRY.exec(entry.trim()) ?? [];
    const key = Buffer.from(encoded, "base64");
    if (key.length !== KEY_BYTES)
      throw new Error(`must be keys such as k1:<base64 of ${KEY_BYTES} bytes>; number ${index + 1} is not`);
    if (keys.has(id)) throw new Error(`names the key ${id} twice`);
    keys.set(id, key);
  }
  const [first = ""] = keys.keys();
  if (current !== undefined && !keys.has(current)) throw new Error("has no key of the name in SEALING_KEY");
  return { current: current ?? first, keys };
}
