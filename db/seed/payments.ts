import { eq } from "drizzle-orm";
import { webhookInbox } from "@/db/schema";
import { toMajor } from "@/lib/core/money";
import { getInvoice } from "@/lib/invoices/detail";
import { processWebhook } from "@/lib/payments/process-webhook";
import { receiveWebhook } from "@/lib/payments/receive-webhook";
import { recordPayment } from "@/lib/payments/record-payment";
import { openAttempt } from "@/lib/payments/start-checkout";
import { systemCtx, transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import type { ClientName } from "./clients";
import { dayAfter, readerOf, type Scene } from "./scene";

type Transfer = {
  client: ClientName;
  /** In major units. */
  amount: string;
  currency?: string;
  exchangeRate?: string;
  reference?: string;
  /** Settled whole unless a part is named, in major units; what is over is the client's credit. */
  invoices: readonly { id: string; amount?: string }[];
};

/** Records a bank transfer that came today, as the accountant does. */
export async function transfer(scene: Scene, { client, invoices, ...fields }: Transfer) {
  const settles = [];
  for (const { id, amount } of invoices) {
    const { balanceMinor, invoice } = await getInvoice(scene.accountant, { id });
    settles.push({
      invoiceId: id,
      owed: String(balanceMinor),
      amount: amount ?? toMajor(balanceMinor, invoice.currency),
    });
  }
  return recordPayment(scene.accountant, {
    id: newId(),
    currency: "EUR",
    method: "bank_transfer",
    receivedOn: dayAfter(),
    ...fields,
    clientId: scene.clients[client],
    settles,
  });
}

/** A payment by card, as Stripe's webhook would tell of it: all that is owed, or a plan up to an instalment. */
export async function payByCard(scene: Scene, invoiceId: string, upTo?: number): Promise<void> {
  const holder = await readerOf(scene, invoiceId);
  const organizationId = holder.actor.organizationId ?? "";
  const { attempt } = await openAttempt(holder, { upTo });
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
