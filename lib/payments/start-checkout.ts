import { and, desc, eq, gt, inArray } from "drizzle-orm";
import { z } from "zod";
import { invoiceBalances, invoices, organizations, paymentAttempts } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import type { Ctx } from "@/lib/platform/context";
import { conflict, DomainError, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { verb } from "@/lib/platform/verb";
import { defaultGateway } from "./gateways";
import { GatewayRefused, GatewayUnanswered } from "./gateways/gateway";

/** Stripe keeps an open checkout for a day; a new one is made well before. */
const REUSE_HOURS = 20;

/** Notes the try before the gateway is asked. A try for the same amount that is still open is used again. */
export const openAttempt = verb("invoice.pay", z.object({}), async (tx, ctx) => {
  if (ctx.actor.kind !== "link") throw new Error("Only the holder of an invoice's link starts a checkout");
  const { invoiceId } = ctx.actor;
  const [row] = await tx
    .select({
      invoice: invoices,
      balanceMinor: invoiceBalances.balanceMinor,
      organization: organizations.name,
    })
    .from(invoices)
    .innerJoin(invoiceBalances, eq(invoiceBalances.invoiceId, invoices.id))
    .innerJoin(organizations, eq(organizations.id, invoices.organizationId))
    .where(eq(invoices.id, invoiceId))
    // The lock makes two clicks take turns, so that the second finds the first one's try.
    .for("update", { of: invoices });
  if (!row) throw notFound();
  if (row.invoice.lifecycle !== "open" || row.balanceMinor <= 0n) throw conflict("nothingToPay");
  const since = new Date(clock.now().getTime() - REUSE_HOURS * 3_600_000);
  const [pending] = await tx
    .select()
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.invoiceId, invoiceId),
        eq(paymentAttempts.amountMinor, row.balanceMinor),
        inArray(paymentAttempts.state, ["created", "open"]),
        gt(paymentAttempts.createdAt, since),
      ),
    )
    .orderBy(desc(paymentAttempts.createdAt))
    .limit(1);
  const facts = { invoice: row.invoice, organization: row.organization };
  if (pending) {
    ctx.unchanged();
    return { ...facts, attempt: pending };
  }
  const attempt = {
    id: newId(),
    invoiceId,
    gateway: defaultGateway.name,
    amountMinor: row.balanceMinor,
    currency: row.invoice.currency,
    createdAt: clock.now(),
  };
  await tx.insert(paymentAttempts).values(attempt);
  await ctx.audit({
    action: "payment.start",
    subjectType: "payment_attempt",
    subjectId: attempt.id,
    after: {
      invoiceId,
      gateway: attempt.gateway,
      amountMinor: attempt.amountMinor,
      currency: attempt.currency,
    },
  });
  await ctx.emit({ type: "payment.started", subjectId: attempt.id, invoiceId });
  return { ...facts, attempt: { ...attempt, checkoutUrl: null } };
});

const AttachInput = z.object({ attemptId: z.uuid(), sessionId: z.string(), url: z.url() });

/** Notes the checkout that the gateway made for a try. */
const attachCheckout = verb("invoice.pay", AttachInput, async (tx, ctx, { attemptId, sessionId, url }) => {
  await tx
    .update(paymentAttempts)
    .set({ state: "open", gatewaySessionId: sessionId, checkoutUrl: url, updatedAt: clock.now() })
    .where(and(eq(paymentAttempts.id, attemptId), eq(paymentAttempts.state, "created")));
  await ctx.audit({
    action: "payment.open_checkout",
    subjectType: "payment_attempt",
    subjectId: attemptId,
    after: { gatewaySessionId: sessionId },
  });
});

/**
 * The address of the gateway's checkout page for what the link's invoice still owes. `returnUrl` is the hosted page.
 * @throws DomainError conflict `nothingToPay`, `gatewayRefused`; unavailable `gatewayUnanswered` (trying again is safe)
 */
export async function startCheckout(ctx: Ctx, returnUrl: string): Promise<string> {
  const { attempt, invoice, organization } = await openAttempt(ctx, {});
  if (attempt.checkoutUrl) return attempt.checkoutUrl;
  try {
    const checkout = await defaultGateway.createCheckout({
      organizationId: invoice.organizationId,
      attemptId: attempt.id,
      invoiceId: invoice.id,
      amountMinor: attempt.amountMinor,
      currency: attempt.currency,
      description: `${organization} ${invoice.number}`,
      customerEmail: invoice.buyer?.email ?? null,
      locale: invoice.locale ?? "en",
      successUrl: `${returnUrl}?paid=1`,
      cancelUrl: returnUrl,
    });
    await attachCheckout(ctx, { attemptId: attempt.id, ...checkout });
    return checkout.url;
  } catch (error) {
    if (!(error instanceof GatewayRefused || error instanceof GatewayUnanswered)) throw error;
    log.warn({ err: error, attemptId: attempt.id, requestId: ctx.requestId }, "checkout could not be opened");
    if (error instanceof GatewayRefused) throw conflict("gatewayRefused");
    throw new DomainError("unavailable", "gatewayUnanswered");
  }
}
