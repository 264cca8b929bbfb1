import { and, asc, desc, eq, gt, ilike, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { allocations, clients, creditBalances, invoices, payments, refunds } from "@/db/schema";
import { pageOf } from "@/lib/core/page";
import { paymentUse } from "@/lib/core/payment-use";
import { query } from "@/lib/platform/verb";
import { ListPaymentsInput, type PaymentFilter } from "./schemas";

export const PAGE = 50;

const ofPayment = { organizationId: payments.organizationId, id: payments.id };

/** Minor units that were given back, or are about to be. */
export const refundedMinor = sql<string>`(select coalesce(sum(${refunds.amountMinor}), 0) from ${refunds}
  where ${refunds.organizationId} = ${ofPayment.organizationId} and ${refunds.paymentId} = ${ofPayment.id}
    and ${refunds.state} <> 'failed')`.mapWith(BigInt);

/** Condition: some invoice that the payment settles fits. */
const settles = (fits: SQL | undefined) => sql`exists (select 1 from ${allocations}
  join ${invoices} on ${invoices.organizationId} = ${allocations.organizationId} and ${invoices.id} = ${allocations.invoiceId}
  where ${allocations.organizationId} = ${ofPayment.organizationId} and ${allocations.paymentId} = ${ofPayment.id}
    and ${allocations.unappliedOn} is null and ${fits ?? sql`true`})`;

const numbers = sql<
  string | null
>`(select string_agg(distinct ${invoices.number}, ', ' order by ${invoices.number})
  from ${allocations} join ${invoices} on ${invoices.organizationId} = ${allocations.organizationId} and ${invoices.id} = ${allocations.invoiceId}
  where ${allocations.organizationId} = ${ofPayment.organizationId} and ${allocations.paymentId} = ${ofPayment.id}
    and ${allocations.unappliedOn} is null)`;

export const leftMinor = sql<string>`coalesce(${creditBalances.balanceMinor}, 0)`.mapWith(BigInt);
export const creditLeft = and(
  eq(creditBalances.organizationId, payments.organizationId),
  eq(creditBalances.sourceId, payments.id),
);

function condition(filter: PaymentFilter) {
  switch (filter) {
    case "applied":
      return and(
        isNull(payments.reversedOn),
        sql`coalesce(${creditBalances.balanceMinor}, 0) = 0`,
        settles(undefined),
      );
    case "credit":
      return gt(creditBalances.balanceMinor, 0n);
    case "refunded":
      return sql`${refundedMinor} > 0`;
    case "reversed":
      return isNotNull(payments.reversedOn);
    default:
      return undefined;
  }
}

/** A page of payments, newest first, each with what it settles, what is left of it and what went back. Pages by key. */
export const listPayments = query("payment.read", ListPaymentsInput, async (tx, _ctx, input) => {
  const pattern = input.search ? `%${input.search.replace(/[\\%_]/g, "\\$&")}%` : undefined;
  const rows = await tx
    .select({ payment: payments, clientName: clients.name, leftMinor, refundedMinor, numbers })
    .from(payments)
    .innerJoin(
      clients,
      and(eq(clients.organizationId, payments.organizationId), eq(clients.id, payments.clientId)),
    )
    .leftJoin(creditBalances, creditLeft)
    .where(
      and(
        condition(input.filter),
        input.method ? eq(payments.method, input.method) : undefined,
        pattern
          ? or(
              ilike(payments.reference, pattern),
              ilike(clients.name, pattern),
              settles(ilike(invoices.number, pattern)),
            )
          : undefined,
        input.clientId ? eq(payments.clientId, input.clientId) : undefined,
        input.before ? lt(payments.id, input.before) : undefined,
        input.after ? gt(payments.id, input.after) : undefined,
      ),
    )
    .orderBy(input.after ? asc(payments.id) : desc(payments.id))
    .limit(PAGE + 1);
  const page = pageOf(rows.map(summary), PAGE, {
    forwards: Boolean(input.before),
    backwards: Boolean(input.after),
  });
  return { rows: page.rows, next: page.next?.id ?? null, previous: page.previous?.id ?? null };
});

type Row = {
  payment: typeof payments.$inferSelect;
  clientName: string;
  leftMinor: bigint;
  refundedMinor: bigint;
  numbers: string | null;
};

function summary({ payment, clientName, numbers: settled, ...sums }: Row) {
  const { id, receivedOn, method, reference, amountMinor, currency, reversedOn } = payment;
  return {
    id,
    receivedOn,
    clientName,
    method,
    reference,
    amountMinor,
    currency,
    /** The numbers of the invoices that it settles. */
    numbers: settled,
    leftMinor: sums.leftMinor,
    use: paymentUse({ amountMinor, ...sums, reversed: reversedOn !== null }),
  };
}

export type PaymentSummary = ReturnType<typeof summary>;
