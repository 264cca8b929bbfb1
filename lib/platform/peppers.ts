import { z } from "zod";

/** A key that passwords are mixed with before they are hashed. Kept apart from the database. */
export type Pepper = { version: number; key: Buffer };

const ENTRY = /^v([1-9]\d{0,3}):([A-Za-z0-9+/_-]{43,}={0,2})$/;

/**
 * `v2:<base64>,v1:<base64>`: every pepper that some password may still be hashed with, each of 32 bytes or more, the
 * newest first whatever their order.
 */
export const Peppers = z
  .string()
  .optional()
  .transform((text, context): Pepper[] => {
    const peppers = (text ?? "")
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean)
      .map((entry) => ENTRY.exec(entry))
      .map((match) => match && { version: Number(match[1]), key: Buffer.from(match[2] ?? "", "base64") });
    const known = peppers.filter((pepper) => pepper !== null);
    if (known.length < peppers.length || new Set(known.map(({ version }) => version)).size < known.length) {
      context.addIssue({
        code: "custom",
        message: "must be v1:<base64 of 32 bytes>, more of them separated by commas, each version once",
      });
      return z.NEVER;
    }
    return known.sort((a, b) => b.version - a.version);
  });
