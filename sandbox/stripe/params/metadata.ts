import type Stripe from "stripe";
import { badParam } from "../errors";
import type { Rule } from "./rules";

const MAX_KEYS = 50;
const MAX_KEY = 40;
const MAX_VALUE = 500;

/** Changes to an object's metadata; an empty value removes a key, and an empty parameter all of them. */
export interface MetadataChange {
  clear: boolean;
  entries: Record<string, string>;
}

export const metadata = (): Rule<MetadataChange> => ({
  read: (raw, path) => {
    if (raw === "") return { clear: true, entries: {} };
    if (typeof raw !== "object") throw badParam("Invalid object", path);
    const keys = Object.keys(raw);
    if (keys.length > MAX_KEYS) throw badParam(`Metadata can have up to ${MAX_KEYS} keys`, path);
    const entries: Record<string, string> = {};
    for (const key of keys) {
      const value = raw[key];
      if (key.length > MAX_KEY || /[[\]]/.test(key))
        throw badParam(`Metadata keys can have up to ${MAX_KEY} characters and no brackets`, path);
      if (typeof value !== "string") throw badParam("Metadata values must be strings", `${path}[${key}]`);
      if (value.length > MAX_VALUE)
        throw badParam(`Metadata values can have up to ${MAX_VALUE} characters`, `${path}[${key}]`);
      entries[key] = value;
    }
    return { clear: false, entries };
  },
});

/** The metadata after a change. */
export function changed(before: Stripe.Metadata, change: MetadataChange | undefined): Stripe.Metadata {
  if (!change) return { ...before };
  if (change.clear) return {};
  return Object.fromEntries(
    Object.entries({ ...before, ...change.entries }).filter(([, value]) => value !== ""),
  );
}
