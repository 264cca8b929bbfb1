import { eq } from "drizzle-orm";
import { webhookInbox } from "@/db/schema";
import { createClient } from "@/lib/clients/create";
import { finalizeInvoice } from "@/lib/invoices/finalize";
import { findLinkActor, recordView } from "@/lib/invoices/hosted";
import { ensureLink, linkToken } from "@/lib/invoices/links";
import { saveInvoice } from "@/lib/invoices/save";
import { sendInvoice } from "@/lib/invoices/send";
import { processWebhook } from "@/lib/payments/process-webhook";
import { receiveWebhook } from "@/lib/payments/receive-webhook";
import { openAttempt } from "@/lib/payments/start-checkout";
import { clock } from "@/lib/platform/clock";
import { type Ctx, systemCtx, transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";

const CLIENTS = [
  ["Demo Bakery", "Demo Person One", "FR"],
  ["Demo Architects", "Demo Person Two", "DE"],
  ["Demo Bicycle Works", "Demo Person Three", "NL"],
  ["Demo Publishing House", "Demo Person Four", "AT"],
  ["Demo Garden Centre", "Demo Person Five", "BE"],
] as const;

/** Creates the demo's clients. The first one is the demo client's own. */
export async function seedClients(ctx: Ctx): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, [name, contactName, country]] of CLIENTS.entries()) {
    const id = newId();
    const email =
      index === 0 ? "client@demo.counterfoil.localhost" : `client-${index + 1}@demo.counterfoil.localhost`;
    await createClient(ctx, {
      id,
      name,
      contactName,
      email,
      country,
      currency: "EUR",
      addressLine1: `${index + 2} Demo Street`,
      postalCode: "00000",
      city: "Demotown",
    });
    ids.push(id);
  }
  return ids;
}

type Fate = "draft" | "open" | "sent" | "viewed" | "paid";

export type InvoicePlan = {
  /** Days before now. */
  age: number;
  client: number;
  fate: Fate;
  lines: {
    description: string;
    quantity: string;
    unit: string;
    unitPrice: string;
    discount?: string;
    reduced?: true;
  }[];
};

type Scene = { accountant: Ctx; clients: string[]; tax: { standard: string; reduced: string } };

const DAY = 86_400_000;

/** Lives one invoice through at its own time: written, issued, sent, looked at, paid. */
export async function seedInvoice(scene: Scene, plan: InvoicePlan, now: Date): Promise<void> {
  const { accountant } = scene;
  const born = now.getTime() - plan.age * DAY;
  const at = (days: number) => clock.set(new Date(Math.min(born + days * DAY, now.getTime() - 60_000)));
  at(0);
  const draft = await saveInvoice(accountant, {
    id: newId(),
    version: null,
    clientId: scene.clients[plan.client],
    currency: "EUR",
    lines: plan.lines.map(({ reduced, discount = "", ...line }) => ({
      ...line,
      discount,
      discountKind: "percent",
      taxRateId: reduced ? scene.tax.reduced : scene.tax.standard,
    })),
  });
  if (plan.fate === "draft") return;
  await finalizeInvoice(accountant, draft);
  if (plan.fate === "open") return;
  await sendInvoice(accountant, { id: draft.id });
  if (plan.fate === "sent") return;
  const linkId = await transaction(accountant.actor, (tx) => ensureLink(tx, draft.id));
  const actor = await findLinkActor(linkToken(linkId));
  if (!actor) throw new Error("The link that was just made is not there");
  const holder: Ctx = { actor, requestId: "demo", ip: null };
  at(1);
  await recordView(holder, {});
  if (plan.fate === "viewed") return;
  at(6 + (plan.age % 5));
  await pay(holder, draft.id);
}

/** A payment as Stripe's webhook would tell of it. */
async function pay(holder: Ctx, invoiceId: string): Promise<void> {
  const organizationId = holder.actor.organizationId ?? "";
  const { attempt } = await openAttempt(holder, {});
  const system = systemCtx(organizationId, "demo");
  const eventId = `evt_demo_${attempt.id}`;
  await receiveWebhook(system, {
    gateway: "stripe",
    eventId,
    eventType: "checkout.session.completed",
    payload: {
      id: eventId,
      type: "checkout.session.completed",
      data: {
        object: {
          id: `cs_demo_${attempt.id}`,
          payment_status: "paid",
          payment_intent: `pi_demo_${attempt.id}`,
          amount_total: Number(attempt.amountMinor),
          currency: "eur",
          metadata: { organization_id: organizationId, invoice_id: invoiceId, attempt_id: attempt.id },
        },
      },
    },
  });
  const [event] = await transaction(system.actor, (tx) =>
    tx.select({ id: webhookInbox.id }).from(webhookInbox).where(eq(webhookInbox.eventId, eventId)),
  );
  await processWebhook(system, { id: event?.id });
}
