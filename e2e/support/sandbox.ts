import { server } from "./server";

type Fault = {
  target: "stripe" | "resend" | "webhook";
  kind: string;
  times?: number;
  match?: string;
  ms?: number;
};
type Attempt = { status?: number; answer: string };
type Delivery = { id: string; eventId: string; type: string; payload: string; status: string };
export type Session = {
  id: string;
  url: string | null;
  status: string;
  amount_total: number;
  client_reference_id: string;
};

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(new URL(path, server.sandboxUrl), init);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

const post = <T>(path: string, body: unknown = {}) =>
  ask<T>(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** The outside world: how it misbehaves, and what it sent. */
export const sandbox = {
  arm: (fault: Fault) => post("/faults", fault),
  disarm: () => ask("/faults", { method: "DELETE" }),
  /** Webhooks that speak of an invoice, the newest first. */
  webhooksOf: async (invoiceId: string) => {
    const { deliveries } = await ask<{ deliveries: Delivery[] }>("/api/webhooks");
    return deliveries.filter(({ payload }) => payload.includes(invoiceId));
  },
  resend: (id: string) => post(`/api/webhooks/${id}/resend`),
  /** Sends an event, right or wrong; returns the status it was answered with. */
  send: async (webhook: object) => {
    const { attempt, event_id } = await post<{ attempt: Attempt; event_id: string }>(
      "/api/webhooks/send",
      webhook,
    );
    return { status: attempt.status, eventId: event_id };
  },
  /** The checkout sessions of an invoice. */
  sessionsOf: async (invoiceId: string) => {
    const { data } = await ask<{ data: Session[] }>("/v1/checkout/sessions?limit=100", {
      headers: { authorization: `Bearer ${server.settings.STRIPE_SECRET_KEY}` },
    });
    return data.filter((session) => session.client_reference_id === invoiceId);
  },
};
