import type { Reply } from "../http/reply";
import type { Call } from "../http/router";
import { fingerprint, recall } from "../idempotency";
import type { World } from "../world";
import { StripeError } from "./errors";

const MAX_KEY = 255;

/**
 * Runs a POST once per Idempotency-Key; later calls get the first answer, a 500 included.
 * @throws StripeError `idempotency_error` when the key comes back with other parameters
 */
export function once(world: World, call: Call, run: () => Reply): Reply {
  const key = idempotencyKey(call);
  if (key === null || call.method !== "POST") return run();
  if (key.length > MAX_KEY) throw new StripeError(`Idempotency keys can have up to ${MAX_KEY} characters.`);
  const print = fingerprint(call.method, call.path, call.body);
  const known = recall(world.state.stripeKeys, key, world.settings.now());
  if (known && known.fingerprint !== print)
    throw new StripeError(
      `Keys for idempotent requests can only be used with the same parameters they were first used with: '${key}'.`,
      { type: "idempotency_error" },
    );
  if (known)
    return {
      status: known.status,
      headers: { "content-type": "application/json; charset=utf-8", "idempotent-replayed": "true" },
      body: known.body,
    };
  const reply = answered(run);
  const { status } = reply;
  world.state.stripeKeys[key] = {
    fingerprint: print,
    status,
    body: String(reply.body),
    at: world.settings.now(),
  };
  world.changed();
  return reply;
}

/** What the endpoint decided, refusals too; but one that never ran leaves the key free. */
function answered(run: () => Reply): Reply {
  try {
    return run();
  } catch (error) {
    if (error instanceof StripeError && !error.unread) return error.toReply();
    throw error;
  }
}

export const idempotencyKey = (call: Call): string | null => {
  const header = call.headers["idempotency-key"];
  return typeof header === "string" && header !== "" ? header : null;
};
