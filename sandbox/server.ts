import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { checkoutRoutes } from "./checkout/routes";
import { ecbRoutes } from "./ecb/routes";
import type { Fault, FaultInput } from "./faults/faults";
import { faultRoutes } from "./faults/routes";
import { readBody } from "./http/body";
import { HttpError } from "./http/error";
import { json, type Reply } from "./http/reply";
import { findRoute, type Route } from "./http/router";
import { foreignOrigin } from "./http/same-origin";
import { mailboxRoutes } from "./mailbox/routes";
import { resendRoutes } from "./resend/routes";
import type { Settings } from "./settings";
import type { State } from "./state";
import { sweepExpired } from "./stripe/expire";
import { stripeRoutes } from "./stripe/routes";
import { overviewRoutes } from "./ui/overview-routes";
import { webhookRoutes } from "./webhooks/routes";
import { createWorld } from "./world";

const DEFAULT_LIMIT = 64 * 1024;
const SWEEP_EVERY = 15_000;

export interface Sandbox {
  /** Base address, without a trailing slash. */
  url: string;
  state: State;
  addFault(input: FaultInput): Fault;
  /** Resolves when every webhook that can be delivered was delivered or given up. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a sandbox; the caller closes it. */
export async function createSandbox(settings: Settings): Promise<Sandbox> {
  const world = createWorld(settings);
  const routes: Route[] = [
    ...overviewRoutes(world),
    ...faultRoutes(world),
    ...mailboxRoutes(world),
    ...webhookRoutes(world),
    ...checkoutRoutes(world),
    ...resendRoutes(world),
    ...ecbRoutes(world),
    ...stripeRoutes(world),
  ];
  const server = createServer((request, response) => void serve(routes, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host;
  const url = settings.publicUrl ?? `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;
  world.setUrl(url);
  const sweeper = setInterval(() => sweepExpired(world), SWEEP_EVERY).unref();
  world.webhooks.resume();
  return {
    url: world.url(),
    state: world.state,
    addFault: (input) => world.faults.add(input),
    settled: () => world.webhooks.settled(),
    close: async () => {
      clearInterval(sweeper);
      await world.webhooks.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await world.flush();
    },
  };
}

async function serve(routes: Route[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  let reply: Reply;
  try {
    reply = await answer(routes, request);
  } catch (error) {
    reply = refusal(error);
  }
  if (reply.hangUp) {
    request.socket.destroy();
    return;
  }
  // What is left of a body that was refused unread would be taken for the next request.
  if (!request.complete) response.setHeader("connection", "close");
  response.writeHead(reply.status, { ...reply.headers, "content-length": Buffer.byteLength(reply.body) });
  response.end(request.method === "HEAD" ? undefined : reply.body);
}

async function answer(routes: Route[], request: IncomingMessage): Promise<Reply> {
  const method = request.method ?? "GET";
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://sandbox");
  const found = findRoute(routes, method, pathname);
  if (found === "method") throw new HttpError(405, "method_not_allowed", `${method} does not work here.`);
  if (!found) throw new HttpError(404, "not_found", "There is nothing at this address.");
  if (method !== "GET" && foreignOrigin(request.headers))
    throw new HttpError(403, "foreign_origin", "Other sites may not post to the sandbox.");
  const body = await readBody(request, found.route.limit ?? DEFAULT_LIMIT);
  const { headers } = request;
  return found.route.handle({
    method,
    path: pathname,
    query: searchParams,
    headers,
    body,
    params: found.params,
  });
}

function refusal(error: unknown): Reply {
  if (error instanceof HttpError) return json(error.status, { error: error.code, message: error.message });
  console.error("sandbox:", error);
  return json(500, { error: "internal", message: "The sandbox itself failed; its log says why." });
}
