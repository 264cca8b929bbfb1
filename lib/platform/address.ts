import { env } from "./env";

/**
 * The caller's address, only where a reverse proxy is trusted to say it: the last entry, which that proxy added
 * itself. What stands before it came from outside and may be made up.
 */
export function addressOf(from: Headers): string | null {
  if (!env().TRUST_PROXY) return null;
  return from.get("x-forwarded-for")?.split(",").at(-1)?.trim() || null;
}
