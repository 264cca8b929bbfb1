import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { journalEntries, organizations, payments } from "@/db/schema";
import { dateIn } from "@/lib/core/dates";
import { convert } from "@/lib/core/exchange";
import { cashAccount } from "@/lib/ledger/accounts";
import { post } from "@/lib/ledger/post";
import { clock } from "@/lib/platform/clock";
import type { Ctx } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { query, verb } from "@/lib/platform/verb";
import { gatewayOf } from "./gateways";
import { type GatewayFee, GatewayRefused, GatewayUnanswered } from "./gateways/gateway";

const findPayment = query("webhook.process", z.object({ id: z.uuid() }), async (tx, _ctx, { id }) => {
  const [payment] = await tx.select().from(payments).where(eq(payments.id, id));
  if (!payment) throw notFound();
  return payment;
});

/**
 * Asks the gateway what it kept of a payment, outside of any transaction, and posts it as an expense, once.
 * @throws GatewayUnanswered, GatewayFailed while it is not known: the queue tries again
 */
export async function bookFee(ctx: Ctx, input: { id: string }): Promise<void> {
  const payment = await findPayment(ctx, input);
  const fee = await ask(payment.gateway, payment.gatewayPaymentId);
  if (fee && fee.amountMinor > 0n) await postFee(ctx, { id: payment.id, ...fee });
}

async function ask(name: string | null, paymentId: string | null): Promise<GatewayFee | undefined> {
  const gateway = name === null ? undefined : gatewayOf(name);
  if (!gateway || paymentId === null) return undefined;
  try {
    const fee = await gateway.feeOf(paymentId);
    if (!fee) throw new GatewayUnanswered("The fee is not known yet");
    return fee;
  } catch (error) {
    if (!(error instanceof GatewayRefused)) throw error;
    log.warn({ err: error, paymentId }, "the gateway tells no fee");
    return undefined;
  }
}

const FeeInput = z.object({ id: z.uuid(), amountMinor: z.bigint(), currency: z.string() });

/**
 * Posts a gateway's fee: less at the gateway, more of an expense. One in a currency that is neither the payment's nor
 * that of the books has no rate here, and is left to whoever keeps them.
 */
export const postFee = verb("webhook.process", FeeInput, async (tx, ctx, { id, amountMinor, currency }) => {
  const [payment] = await tx.select().from(payments).where(eq(payments.id, id)).for("update");
  const [organization] = await tx.select().from(organizations);
  if (!payment || !organization) throw notFound();
  const rate = {
    [payment.currency]: payment.exchangeRate,
    [organization.currency]: "1",
  }[currency];
  const [posted] = await tx
    .select({ id: journalEntries.id })
    .from(journalEntries)
    .where(and(eq(journalEntries.kind, "fee.charged"), eq(journalEntries.sourceId, id)));
  if (posted || !rate) {
    if (!rate) log.warn({ paymentId: id, currency }, "a fee in a third currency was not posted");
    ctx.unchanged();
    return;
  }
  const today = dateIn(clock.now(), organization.timeZone);
  const baseMinor = convert(amountMinor, currency, organization.currency, rate);
  const line = { paymentId: id };
  await post(tx, {
    kind: "fee.charged",
    sourceId: id,
    postedOn: today > payment.receivedOn ? today : payment.receivedOn,
    currency,
    clientId: payment.clientId,
    postings: [
      { ...line, account: "gateway_fees", amountMinor, baseMinor },
      {
        ...line,
        account: cashAccount(payment.method, payment.gateway),
        amountMinor: -amountMinor,
        baseMinor: -baseMinor,
      },
    ],
  });
  await ctx.audit({
    action: "payment.book_fee",
    subjectType: "payment",
    subjectId: id,
    after: { amountMinor, currency },
  });
});
