import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  invoiceBalances,
  invoices,
  organizations,
  paymentAllocations,
  paymentAttempts,
  payments,
} from "@/db/schema";
import { dateIn } from "@/lib/core/dates";
import { post } from "@/lib/ledger/post";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { VerbCtx } from "@/lib/platform/verb";
import type { Effect } from "./gateways/gateway";

/** Why a gateway's payment was not recorded; shown to admins. */
export type Refusal = "unknown_attempt" | "wrong_amount" | "wrong_currency" | "invoice_not_open";

/**
 * Records a gateway's payment once: payment, allocation, journal, event. What exceeds the invoice's balance becomes
 * the client's credit. Returns why not, when the event does not match what we asked for.
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
  // The invoice's lock makes two payments of one invoice take turns, so that each sees what the other left.
  const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, attempt.invoiceId)).for("update");
  if (!invoice?.clientId || invoice.lifecycle !== "open") return "invoice_not_open";

  const [organization] = await tx.select().from(organizations);
  const receivedOn = dateIn(clock.now(), organization?.timeZone ?? "UTC");
  const paymentId = newId();
  const [recorded] = await tx
    .insert(payments)
    .values({
      id: paymentId,
      clientId: invoice.clientId,
      attemptId: attempt.id,
      gateway,
      gatewayPaymentId: effect.paymentId,
      amountMinor: effect.amountMinor,
      currency: effect.currency,
      receivedOn,
    })
    .onConflictDoNothing()
    .returning({ id: payments.id });
  if (!recorded) return "already";

  const [balance] = await tx.select().from(invoiceBalances).where(eq(invoiceBalances.invoiceId, invoice.id));
  const owed = balance && balance.balanceMinor > 0n ? balance.balanceMinor : 0n;
  const allocated = owed < effect.amountMinor ? owed : effect.amountMinor;
  if (allocated > 0n)
    await tx.insert(paymentAllocations).values({ paymentId, invoiceId: invoice.id, amountMinor: allocated });
  await post(tx, {
    kind: "payment.received",
    sourceId: paymentId,
    postedOn: receivedOn,
    currency: effect.currency,
    clientId: invoice.clientId,
    postings: [
      { account: "cash.stripe", amountMinor: effect.amountMinor, paymentId },
      { account: "receivable", amountMinor: -allocated, invoiceId: invoice.id, paymentId },
      { account: "client_credit", amountMinor: allocated - effect.amountMinor, paymentId },
    ],
  });
  await tx
    .update(paymentAttempts)
    .set({ state: "succeeded", gatewaySessionId: effect.sessionId, updatedAt: clock.now() })
    .where(eq(paymentAttempts.id, attempt.id));
  await ctx.audit({
    action: "payment.record",
    subjectType: "payment",
    subjectId: paymentId,
    after: {
      gateway,
      amountMinor: effect.amountMinor,
      currency: effect.currency,
      invoiceId: invoice.id,
      allocated,
    },
  });
  await ctx.emit({
    type: "payment.received",
    subjectId: paymentId,
    invoiceId: invoice.id,
    payload: { amountMinor: String(effect.amountMinor), currency: effect.currency, gateway },
  });
  return "recorded";
}
