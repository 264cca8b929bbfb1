import { createHash } from "node:crypto";
import type { Remembered } from "./state";

const A_DAY = 24 * 60 * 60 * 1000;

/** One value for everything that makes two requests the same. */
export const fingerprint = (...parts: (string | Buffer)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(String(part.length)).update(":").update(part);
  return hash.digest("hex");
};

/** What a key answered within the last day. Older answers are forgotten. */
export function recall(keys: Record<string, Remembered>, key: string, now: number): Remembered | undefined {
  for (const [name, one] of Object.entries(keys)) {
    // Keys keep their order, so the first fresh one ends the search for stale ones.
    if (one.at > now - A_DAY) break;
    delete keys[name];
  }
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}
