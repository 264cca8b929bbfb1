import Stripe from "stripe";
import { POST } from "@/app/api/webhooks/[gateway]/[organizationId]/route";
import { findLinkActor } from "@/lib/invoices/hosted";
import { ensureLink, linkToken } from "@/lib/invoices/links";
import { startCheckout } from "@/lib/payments/start-checkout";
import { transaction } from "@/lib/platform/context";
import type { Sandbox } from "@/sandbox/server";
import type { OrganizationFixture } from "./fixtures";
import { workAll } from "./worker";

/** Stripe's own dashboard, as it were: the SDK pointed at the sandbox. */
export function dashboard(sandbox: Sandbox): Stripe {
  const { hostname, port } = new URL(sandbox.url);
  return new Stripe("sk_test_sandboxtests", { host: hostname, port, protocol: "http", telemetry: false });
}

/** Posts an event to the webhook's route, signed now; returns the status it was answered with. */
export async function postEvent(organizationId: string, event: object): Promise<number> {
  const payload = JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: "whsec_tests" });
  const request = new Request("http://localhost:3000/api/webhooks/stripe/x", {
    method: "POST",
    body: payload,
    headers: { "stripe-signature": signature },
  });
  const response = await POST(request, { params: Promise.resolve({ gateway: "stripe", organizationId }) });
  return response.status;
}

/** Delivers what the sandbox tells of a type (or of all), and has the worker act on it. */
export async function deliverEvents(sandbox: Sandbox, organizationId: string, type?: string): Promise<void> {
  for (const event of Object.values(sandbox.state.events))
    if (!type || event.type === type) await postEvent(organizationId, event);
  await workAll();
}

/**
 * Pays what an issued invoice owes by card, through the hosted page; the webhook records it unless it is still on its way.
 * Returns the payment intent.
 */
export async function payOnline(
  sandbox: Sandbox,
  organization: OrganizationFixture,
  invoiceId: string,
  arrived = true,
): Promise<string> {
  const linkId = await transaction(organization.accountant.actor, (tx) => ensureLink(tx, invoiceId));
  const actor = await findLinkActor(linkToken(linkId));
  if (!actor) throw new Error("no link");
  const url = await startCheckout({ actor, requestId: "test", ip: null }, "http://localhost:3000/pay/token");
  const card = {
    email: "payer@example.com",
    number: "4242424242424242",
    expiry: "12/40",
    cvc: "123",
    name: "Ada",
  };
  await fetch(url, { method: "POST", body: new URLSearchParams(card), redirect: "manual" });
  if (arrived) await deliverEvents(sandbox, organization.organizationId, "checkout.session.completed");
  const session = Object.values(sandbox.state.sessions)
    .map(({ object }) => object)
    .findLast((one) => one.client_reference_id === invoiceId);
  return String(session?.payment_intent);
}
