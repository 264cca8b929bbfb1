import type { Tx } from "@/db/client";
import { allocations, payments } from "@/db/schema";
import { baseShare, owedBy } from "@/lib/allocations/allocate";
import { convert } from "@/lib/core/exchange";
import { sum } from "@/lib/core/money";
import type { PaymentMethod } from "@/lib/core/payment-methods";
import { cashAccount } from "@/lib/ledger/accounts";
import { exchangeDifference, type Posting, post } from "@/lib/ledger/post";
import { newId } from "@/lib/platform/ids";
import { together } from "@/lib/platform/together";
import type { VerbCtx } from "@/lib/platform/verb";
import { tell } from "./tell";

export type Receipt = {
  id: string;
  clientId: string;
  method: PaymentMethod;
  /** Set exactly when it was paid online. */
  gateway: string | null;
  gatewayPaymentId: string | null;
  attemptId: string | null;
  amountMinor: bigint;
  currency: string;
  /** Units of the organization's currency per unit of the payment's. */
  exchangeRate: string;
  /** ISO date. */
  receivedOn: string;
  reference: string | null;
  note: string | null;
  /** Which invoices it settles, and how far; what is left over is the client's credit. */
  settles: readonly { invoiceId: string; amountMinor: bigint }[];
};

/**
 * Records money received: payment, allocations, one journal entry, audit, events. The client is locked; `tellClient`
 * says whether it gets a receipt. False when a gateway's payment with this id is there already.
 * @throws DomainError conflict `overAllocated`, `periodLocked`, by the database
 */
export async function receivePayment(
  tx: Tx,
  ctx: VerbCtx,
  { settles, ...payment }: Receipt,
  organizationCurrency: string,
  tellClient: boolean,
): Promise<boolean> {
  const recordedBy = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const [recorded] = await tx
    .insert(payments)
    .values({ ...payment, recordedBy })
    .onConflictDoNothing({ target: [payments.organizationId, payments.gateway, payments.gatewayPaymentId] })
    .returning({ id: payments.id });
  if (!recorded) return false;

  const baseMinor = convert(
    payment.amountMinor,
    payment.currency,
    organizationCurrency,
    payment.exchangeRate,
  );
  const rows = await allocationRows(tx, payment, baseMinor, settles);
  const used = {
    minor: sum(rows.map((row) => row.amountMinor)),
    base: sum(rows.map((row) => row.sourceBaseMinor)),
  };
  const paymentId = payment.id;
  const moved: Posting[] = [
    {
      account: cashAccount(payment.method, payment.gateway),
      amountMinor: payment.amountMinor,
      baseMinor,
      paymentId,
    },
    ...rows.map(
      (row): Posting => ({
        account: "receivable",
        amountMinor: -row.amountMinor,
        baseMinor: -row.invoiceBaseMinor,
        invoiceId: row.invoiceId,
        paymentId,
      }),
    ),
    {
      account: "client_credit",
      amountMinor: used.minor - payment.amountMinor,
      baseMinor: used.base - baseMinor,
      paymentId,
    },
  ];
  await together([
    rows.length > 0 ? tx.insert(allocations).values(rows).execute() : null,
    post(tx, {
      kind: "payment.received",
      sourceId: paymentId,
      postedOn: payment.receivedOn,
      currency: payment.currency,
      clientId: payment.clientId,
      postings: [...moved, exchangeDifference(moved)],
    }),
  ]);
  const { method, gateway, amountMinor, currency } = payment;
  await ctx.audit({
    action: "payment.record",
    subjectType: "payment",
    subjectId: paymentId,
    after: { method, gateway, amountMinor, currency, receivedOn: payment.receivedOn, settles },
  });
  await tell(
    ctx,
    {
      type: "payment.received",
      paymentId,
      currency,
      payload: { amountMinor: String(amountMinor), gateway, method, receipt: tellClient },
    },
    settles,
    "payment.applied",
  );
  return true;
}

/** Each invoice gives its share at its own exchange rate, the payment at its own; together they use no more than all of it. */
async function allocationRows(
  tx: Tx,
  payment: Omit<Receipt, "settles">,
  baseMinor: bigint,
  settles: Receipt["settles"],
) {
  const owed = await together(settles.map(({ invoiceId }) => owedBy(tx, invoiceId)));
  let left = { minor: payment.amountMinor, base: baseMinor };
  return settles.map(({ invoiceId, amountMinor }, index) => {
    const invoice = owed[index];
    const sourceBaseMinor = baseShare(left.base, amountMinor, left.minor);
    left = { minor: left.minor - amountMinor, base: left.base - sourceBaseMinor };
    return {
      id: newId(),
      paymentId: payment.id,
      invoiceId,
      amountMinor,
      invoiceBaseMinor: baseShare(
        invoice?.baseMinor ?? 0n,
        amountMinor,
        invoice?.balanceMinor || amountMinor,
      ),
      sourceBaseMinor,
      appliedOn: payment.receivedOn,
    };
  });
}
