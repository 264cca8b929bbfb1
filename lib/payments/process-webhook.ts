import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { paymentAttempts, webhookInbox } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { conflict, notFound } from "@/lib/platform/errors";
import { type VerbCtx, verb } from "@/lib/platform/verb";
import { openPayload } from "./event-payload";
import { gatewayOf } from "./gateways";
import type { Effect } from "./gateways/gateway";
import { recordGatewayPayment } from "./record";
import { recordGatewayRefund } from "./record-refund";

type Outcome = { state: "processed" | "ignored" | "refused"; problem: string | null };

/**
 * Acts on a stored gateway event, once: what it does and that it is done commit together.
 * An event that does not match what we know is refused with its reason, and nothing is recorded.
 */
export const processWebhook = verb("webhook.process", z.object({ id: z.uuid() }), async (tx, ctx, { id }) => {
  const [event] = await tx.select().from(webhookInbox).where(eq(webhookInbox.id, id)).for("update");
  if (!event) throw notFound();
  if (event.state !== "received") {
    ctx.unchanged();
    return event.state;
  }
  const gateway = gatewayOf(event.gateway);
  const outcome = gateway
    ? await apply(tx, ctx, gateway.name, gateway.interpret(openPayload(event)), event.receivedAt)
    : { state: "refused" as const, problem: "unknown_gateway" };
  await tx
    .update(webhookInbox)
    .set({ ...outcome, processedAt: clock.now() })
    .where(eq(webhookInbox.id, id));
  await ctx.audit({ action: "webhook.process", subjectType: "webhook", subjectId: id, after: outcome });
  return outcome.state;
});

/** How long an event waits for the one that it builds on; the queue's tries reach farther. */
const WAIT_MINUTES = 15;
const isFresh = (receivedAt: Date) => clock.now().getTime() - receivedAt.getTime() < WAIT_MINUTES * 60_000;

async function apply(
  tx: Tx,
  ctx: VerbCtx,
  gateway: string,
  effect: Effect,
  receivedAt: Date,
): Promise<Outcome> {
  if (effect.kind === "paid") {
    const result = await recordGatewayPayment(tx, ctx, gateway, effect);
    const recorded = result === "recorded" || result === "already";
    return { state: recorded ? "processed" : "refused", problem: recorded ? null : result };
  }
  if (effect.kind === "refund") {
    const result = await recordGatewayRefund(tx, ctx, gateway, effect);
    // Its payment may be told of after it; the queue tries again. Somebody else's never is.
    if (result === "unknown_payment" && isFresh(receivedAt)) throw conflict("tryAgain");
    if (result === "recorded") return { state: "processed", problem: null };
    const ignored = result === "ignored" || result === "unknown_payment";
    return ignored ? { state: "ignored", problem: null } : { state: "refused", problem: result };
  }
  if (effect.kind === "other") return { state: "ignored", problem: null };
  const [attempt] = effect.attemptId
    ? await tx.select().from(paymentAttempts).where(eq(paymentAttempts.id, effect.attemptId)).for("update")
    : [];
  if (!attempt) return { state: "ignored", problem: null };
  if (effect.kind === "expired") {
    await tx
      .update(paymentAttempts)
      .set({ state: "expired", updatedAt: clock.now() })
      .where(and(eq(paymentAttempts.id, attempt.id), inArray(paymentAttempts.state, ["created", "open"])));
  } else {
    await ctx.emit({ type: "payment.failed", subjectId: attempt.id, invoiceId: attempt.invoiceId });
  }
  return { state: "processed", problem: null };
}
