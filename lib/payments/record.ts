import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoices, organizations, paymentAttempts } from "@/db/schema";
import { lockClient, owedBy } from "@/lib/allocations/allocate";
import { dateIn } from "@/lib/core/dates";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/queue";
import { together } from "@/lib/platform/together";
import type { VerbCtx } from "@/lib/platform/verb";
import type { Effect } from "./gateways/gateway";
import { receivePayment } from "./receive";

/** Why a gateway's payment was not recorded; shown to admins. */
export type Refusal = "unknown_attempt" | "wrong_amount" | "wrong_currency";

/**
 * Records a gateway's payment once. What exceeds the invoice's balance becomes the client's credit. Returns why not, when the event does not match what we asked for.
 */
export async function recordGatewayPayment(
  tx: Tx,
  ctx: VerbCtx,
  gateway: string,
  effect: Extract<Effect, { kind: "paid" }>,
): Promise<Refusal | "recorded" | "already"> {
  const [attempt] = effect.attemptId
    ? await tx.select().from(paymentAttempts).where(eq(paymentAttempts.id, effect.attemptId)).for("update")
    : [];
  if (!attempt || attempt.gateway !== gateway) return "unknown_attempt";
  if (attempt.gatewaySessionId && attempt.gatewaySessionId !== effect.sessionId) return "unknown_attempt";
  if (attempt.currency !== effect.currency) return "wrong_currency";
  if (attempt.amountMinor !== effect.amountMinor) return "wrong_amount";
  const [found] = await tx
    .select({ clientId: invoices.clientId })
    .from(invoices)
    .where(eq(invoices.id, attempt.invoiceId));
  if (!found?.clientId) return "unknown_attempt";
  await lockClient(tx, found.clientId);
  const [[invoice], [organization], owed] = await together([
    tx.select().from(invoices).where(eq(invoices.id, attempt.invoiceId)).for("update"),
    tx.select().from(organizations),
    owedBy(tx, attempt.invoiceId),
  ]);
  if (!invoice || !organization) return "unknown_attempt";
  // Money that has come is kept, also when its invoice was voided meanwhile: it is the client's credit then.
  const amountMinor =
    invoice.lifecycle !== "open"
      ? 0n
      : owed.balanceMinor < effect.amountMinor
        ? owed.balanceMinor
        : effect.amountMinor;
  const id = newId();
  const recorded = await receivePayment(
    tx,
    ctx,
    {
      id,
      clientId: found.clientId,
      method: "online",
      gateway,
      gatewayPaymentId: effect.paymentId,
      attemptId: attempt.id,
      amountMinor: effect.amountMinor,
      currency: effect.currency,
      exchangeRate: invoice.exchangeRate ?? "1",
      receivedOn: dateIn(clock.now(), organization.timeZone),
      reference: null,
      note: null,
      settles: amountMinor > 0n ? [{ invoiceId: invoice.id, amountMinor }] : [],
    },
    organization.currency,
    true,
  );
  if (!recorded) return "already";
  await tx
    .update(paymentAttempts)
    .set({ state: "succeeded", gatewaySessionId: effect.sessionId, updatedAt: clock.now() })
    .where(eq(paymentAttempts.id, attempt.id));
  await enqueue(tx, "fee", { organizationId: attempt.organizationId, id });
  return "recorded";
}
