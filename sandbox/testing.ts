import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Resend } from "resend";
import Stripe from "stripe";
import { onTestFinished } from "vitest";
import { createSandbox, type Sandbox } from "./server";
import type { Settings } from "./settings";

export const SECRET = "whsec_sandbox_test";
export const ORGANIZATION = "0199aaaa-0000-7000-8000-000000000001";

export const testSettings = (changes: Partial<Settings> = {}): Settings => ({
  port: 0,
  host: "127.0.0.1",
  appUrl: "http://app.localhost",
  stripeSecretKey: "sk_test_sandbox_abc123",
  stripeWebhookSecret: SECRET,
  resendApiKey: "re_sandbox_abc123",
  webhookUrl: "http://127.0.0.1:9/{organization_id}",
  webhookRetryDelays: [],
  webhookTimeout: 2_000,
  now: Date.now,
  ...changes,
});

export interface Received {
  path: string;
  signature: string;
  body: string;
  event: Stripe.Event;
}

/** An app's webhook endpoint that answers each call with the next of `statuses`, then with 200. */
export async function startReceiver(statuses: number[] = []) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const signature = String(request.headers["stripe-signature"]);
    received.push({ path: request.url ?? "", signature, body, event: JSON.parse(body) });
    response.writeHead(statuses.shift() ?? 200).end("noted");
  });
  const url = await listen(server);
  onTestFinished(() => void server.close());
  return {
    received,
    webhookUrl: `${url}/hooks/{organization_id}`,
    types: () => received.map(({ event }) => event.type),
  };
}

const listen = (server: Server) =>
  new Promise<string>((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });

/** A sandbox that closes with the test, and the real SDKs pointed at it. */
export async function startSandbox(changes: Partial<Settings> = {}) {
  const settings = testSettings(changes);
  const sandbox = await createSandbox(settings);
  onTestFinished(() => sandbox.close());
  return { sandbox, ...clients(sandbox, settings) };
}

export function clients(sandbox: Sandbox, settings: Settings) {
  const { hostname, port } = new URL(sandbox.url);
  return {
    stripe: new Stripe(settings.stripeSecretKey, {
      host: hostname,
      port,
      protocol: "http",
      maxNetworkRetries: 0,
      telemetry: false,
    }),
    resend: new Resend(settings.resendApiKey, { baseUrl: sandbox.url }),
  };
}

export const sessionParams = (amount = 12_345, currency = "eur"): Stripe.Checkout.SessionCreateParams => ({
  mode: "payment",
  line_items: [
    {
      quantity: 1,
      price_data: { currency, unit_amount: amount, product_data: { name: "Invoice 2026-0001" } },
    },
  ],
  success_url: "http://app.localhost/pay/token?session={CHECKOUT_SESSION_ID}",
  cancel_url: "http://app.localhost/pay/token",
  metadata: { organization_id: ORGANIZATION, invoice_id: "inv_1" },
  payment_intent_data: { metadata: { organization_id: ORGANIZATION } },
});

export const card = (number: string, changes: Record<string, string> = {}) => ({
  email: "payer@example.com",
  number,
  expiry: "12/40",
  cvc: "123",
  name: "Ada Payer",
  ...changes,
});

/** Posts a form as a browser does, without following where it leads. */
export const post = (url: string, form: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });

export const postJson = (url: string, body: unknown) =>
  fetch(url, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });

/** Creates a session and pays it. */
export async function payOnce(stripe: Stripe, amount?: number) {
  const session = await stripe.checkout.sessions.create(sessionParams(amount));
  await post(session.url ?? "", card("4242424242424242"));
  const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
  const intent = paid.payment_intent as Stripe.PaymentIntent;
  return { session: paid, intent };
}
