import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { invoiceBalances, invoices, organizations, paymentAttempts } from "@/db/schema";
import { owedUpTo } from "@/lib/invoices/payment-plan";
import { clock } from "@/lib/platform/clock";
import type { Ctx } from "@/lib/platform/context";
import { conflict, DomainError, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { verb } from "@/lib/platform/verb";
import { defaultGateway } from "./gateways";
import { GatewayFailed, GatewayRefused, GatewayUnanswered } from "./gateways/gateway";

/** Stripe keeps an open checkout for a day; a new one is made well before. */
const REUSE_HOURS = 20;

/** Everything that is owed; or, of a payment plan, what is owed up to and with the instalment at a position. */
const CheckoutInput = z.object({ upTo: z.int("invalid").min(1, "invalid").nullish() });

/**
 * Notes the try before the gateway is asked. A try for the same amount that is still open is used again; other tries
 * that may still take money come back as `superseded`.
 */
export const openAttempt = verb("invoice.pay", CheckoutInput, async (tx, ctx, { upTo }) => {
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
  const amountMinor = upTo ? await owedUpTo(tx, row.invoice, row.balanceMinor, upTo) : row.balanceMinor;
  if (amountMinor <= 0n) throw conflict("nothingToPay");
  const since = new Date(clock.now().getTime() - REUSE_HOURS * 3_600_000);
  const unfinished = await tx
    .select()
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.invoiceId, invoiceId), inArray(paymentAttempts.state, ["created", "open"])))
    .orderBy(desc(paymentAttempts.createdAt));
  const pending = unfinished.find((one) => one.amountMinor === amountMinor && one.createdAt > since);
  const superseded = unfinished.filter((one) => one !== pending && one.gatewaySessionId !== null);
  const facts = { invoice: row.invoice, organization: row.organization, superseded };
  if (pending) {
    ctx.unchanged();
    return { ...facts, attempt: pending };
  }
  const attempt = {
    id: newId(),
    invoiceId,
    gateway: defaultGateway.name,
    amountMinor,
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

/** Notes the checkout that the gateway made for a try; of several askers at once, the first. */
const attachCheckout = verb("invoice.pay", AttachInput, async (tx, ctx, { attemptId, sessionId, url }) => {
  const [attached] = await tx
    .update(paymentAttempts)
    .set({ state: "open", gatewaySessionId: sessionId, checkoutUrl: url, updatedAt: clock.now() })
    .where(and(eq(paymentAttempts.id, attemptId), eq(paymentAttempts.state, "created")))
    .returning({ id: paymentAttempts.id });
  if (!attached) return ctx.unchanged();
  await ctx.audit({
    action: "payment.open_checkout",
    subjectType: "payment_attempt",
    subjectId: attemptId,
    after: { gatewaySessionId: sessionId },
  });
});

const EndInput = z.object({ attemptId: z.uuid(), state: z.enum(["failed", "expired"]) });

/** Notes that a try takes no money any more. */
const endAttempt = verb("invoice.pay", EndInput, async (tx, ctx, { attemptId, state }) => {
  const [ended] = await tx
    .update(paymentAttempts)
    .set({ state, updatedAt: clock.now() })
    .where(and(eq(paymentAttempts.id, attemptId), inArray(paymentAttempts.state, ["created", "open"])))
    .returning({ id: paymentAttempts.id });
  if (!ended) return ctx.unchanged();
  await ctx.audit({
    action: "payment.end",
    subjectType: "payment_attempt",
    subjectId: attemptId,
    after: { state },
  });
});

/**
 * The address of the gateway's checkout page for what the link's invoice still owes, or some instalments of it. `returnUrl` is the hosted page.
 * At most one checkout of an invoice is open at a time, so that it can't be paid twice.
 * @throws DomainError conflict `nothingToPay`, `paymentUnderWay`, `gatewayRefused`; unavailable `gatewayUnanswered`
 * (trying again is safe)
 */
export async function startCheckout(ctx: Ctx, returnUrl: string, input: unknown = {}): Promise<string> {
  const { attempt, invoice, organization, superseded } = await openAttempt(ctx, input);
  if (attempt.checkoutUrl) return attempt.checkoutUrl;
  try {
    for (const { id, gatewaySessionId } of superseded) {
      if (!(await defaultGateway.closeCheckout(gatewaySessionId ?? ""))) throw conflict("paymentUnderWay");
      await endAttempt(ctx, { attemptId: id, state: "expired" });
    }
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
    // The try's key would get the same answer again: the next click begins a new one.
    if (error instanceof GatewayRefused || error instanceof GatewayFailed)
      await endAttempt(ctx, { attemptId: attempt.id, state: "failed" });
    throw inOurTerms(ctx, attempt.id, error);
  }
}

function inOurTerms(ctx: Ctx, attemptId: string, error: unknown): unknown {
  const refused = error instanceof GatewayRefused;
  if (!refused && !(error instanceof GatewayFailed || error instanceof GatewayUnanswered)) return error;
  log.warn({ err: error, attemptId, requestId: ctx.requestId }, "checkout could not be opened");
  return refused ? conflict("gatewayRefused") : new DomainError("unavailable", "gatewayUnanswered");
}
