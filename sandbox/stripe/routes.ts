import { timingSafeEqual } from "node:crypto";
import Stripe from "stripe";
import { strike } from "../faults/strike";
import { json, type Reply } from "../http/reply";
import { type Call, matchPath, type Route } from "../http/router";
import { stripeId } from "../ids";
import type { World } from "../world";
import { type Endpoint, endpoints } from "./endpoints";
import { StripeError, serverError } from "./errors";
import { expand } from "./expand";
import { sweepExpired } from "./expire";
import { parseForm } from "./form";
import { idempotencyKey, once } from "./idempotent";

const BODY_LIMIT = 1024 * 1024;

/** Stripe's API under `/v1`. */
export function stripeRoutes(world: World): Route[] {
  const known = endpoints(world);
  return [{ method: "*", path: "/v1/*", limit: BODY_LIMIT, handle: (call) => handle(world, known, call) }];
}

async function handle(world: World, known: Endpoint[], call: Call): Promise<Reply> {
  const requestId = stripeId("req", 14);
  const key = idempotencyKey(call);
  const headers = {
    "request-id": requestId,
    "stripe-version": String(call.headers["stripe-version"] ?? Stripe.API_VERSION),
    ...(key && call.method === "POST" && { "idempotency-key": key }),
  };
  const reply = await respond(world, known, call, requestId).catch((error: unknown) => {
    if (error instanceof StripeError) return error.toReply();
    throw error;
  });
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

async function respond(world: World, known: Endpoint[], call: Call, requestId: string): Promise<Reply> {
  authenticate(world, call);
  const { endpoint, id } = locate(known, call);
  const fault = world.faults.take("stripe", `${call.method} ${call.path}`);
  return strike(fault, serverError, (distort) =>
    once(world, call, () =>
      distort(() => {
        sweepExpired(world);
        const source = call.method === "GET" ? call.query : new URLSearchParams(call.body.toString("utf8"));
        const cause = { requestId, idempotencyKey: idempotencyKey(call) };
        const { result, expand: paths } = endpoint.run(parseForm(source), id, cause);
        world.changed();
        return json(200, expand(world.state, result, paths));
      }),
    ),
  );
}

function locate(known: Endpoint[], call: Call): { endpoint: Endpoint; id: string } {
  for (const endpoint of known) {
    const params = endpoint.method === call.method && matchPath(endpoint.path, call.path);
    if (params) return { endpoint, id: params.id ?? "" };
  }
  throw new StripeError(
    `Unrecognized request URL (${call.method}: ${call.path}), or one that this sandbox does not simulate.`,
    { status: 404 },
  );
}

function authenticate(world: World, call: Call): void {
  const given = credentials(call.headers.authorization);
  if (given === undefined)
    throw new StripeError(
      "You did not provide an API key. Send it as a Bearer token in the Authorization header.",
      {
        status: 401,
      },
    );
  const right = Buffer.from(world.settings.stripeSecretKey);
  const typed = Buffer.from(given);
  if (typed.length !== right.length || !timingSafeEqual(typed, right))
    throw new StripeError(`Invalid API Key provided: ${given.slice(0, 8)}****`, { status: 401 });
}

/** The key of a Bearer token, or of Basic authentication, where it is the user's name. */
function credentials(header: string | undefined): string | undefined {
  const [scheme, value] = (header ?? "").split(" ");
  if (!value) return undefined;
  if (scheme?.toLowerCase() === "bearer") return value;
  return Buffer.from(value, "base64").toString("utf8").split(":")[0];
}
