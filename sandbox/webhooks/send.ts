import Stripe from "stripe";
import type { Settings } from "../settings";
import type { Attempt, Delivery } from "./delivery";

const signer = new Stripe("sk_test_sandbox_signer").webhooks;
const KEEP = 500;

/** The endpoint of an organization; undefined when the address needs one and none is known. */
export function endpointFor(settings: Settings, delivery: Delivery): string | undefined {
  if (delivery.url) return delivery.url;
  const { webhookUrl } = settings;
  if (!webhookUrl.includes("{organization_id}")) return webhookUrl;
  const { organizationId } = delivery;
  return organizationId
    ? webhookUrl.replaceAll("{organization_id}", encodeURIComponent(organizationId))
    : undefined;
}

/** Signs a webhook as Stripe does and posts it once. Never throws: what went wrong is in the attempt. */
export async function post(settings: Settings, delivery: Delivery, stopped: AbortSignal): Promise<Attempt> {
  const at = settings.now();
  const url = endpointFor(settings, delivery);
  if (!url) return { at, answer: "The event names no organization (metadata.organization_id)." };
  const signature = signer.generateTestHeaderString({
    payload: delivery.payload,
    secret: delivery.secret ?? settings.stripeWebhookSecret,
    timestamp: Math.floor(at / 1000) + (delivery.offset ?? 0),
  });
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": signature,
        "user-agent": "Stripe/1.0 (Counterfoil sandbox)",
      },
      body: delivery.payload,
      redirect: "manual",
      signal: AbortSignal.any([stopped, AbortSignal.timeout(settings.webhookTimeout)]),
    });
    const answer = (await response.text()).slice(0, KEEP);
    return { at, status: response.status, answer };
  } catch (error) {
    return { at, answer: reason(error) };
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return `${error.message}${cause}`.slice(0, KEEP);
}

export const succeeded = (attempt: Attempt): boolean =>
  attempt.status !== undefined && attempt.status >= 200 && attempt.status < 300;
