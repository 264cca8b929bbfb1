import type { RateScope } from "@/lib/core/rates";
import { takeSlot } from "@/lib/platform/rate";

/** For routes: serves what is costly as often as its rate allows; beyond that, 429 and when to come again (RFC 6585, 4). */
export async function rated(
  scope: RateScope,
  key: string,
  serve: () => Promise<Response>,
): Promise<Response> {
  const wait = await takeSlot(scope, key);
  return wait === 0 ? serve() : tooMany(wait);
}

/** The answer to a request that came too soon. `seconds` is how long to wait. */
export const tooMany = (seconds: number): Response =>
  new Response("too many requests", {
    status: 429,
    headers: {
      "retry-after": String(seconds),
      "cache-control": "no-store",
      "content-type": "text/plain; charset=utf-8",
    },
  });
