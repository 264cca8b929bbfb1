import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { allocations, clients, invoiceBalances, invoices, organizations, payments } from "@/db/schema";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import { recipientOf } from "@/lib/invoices/recipient";

/** What messages about a payment say, written for its client; with the invoices that it settles as things stand. */
export async function paymentFacts(tx: Tx, paymentId: string) {
  const [row] = await tx
    .select({ payment: payments, client: clients, organization: organizations })
    .from(payments)
    .innerJoin(clients, eq(clients.id, payments.clientId))
    .innerJoin(organizations, eq(organizations.id, payments.organizationId))
    .where(eq(payments.id, paymentId));
  if (!row) throw new Error("The event's payment is not there");
  const { payment, client, organization } = row;
  const locale = client.locale ?? organization.locale;
  const money = (minor: bigint) => formatMoney(minor, payment.currency, locale);
  return {
    payment,
    organization,
    locale,
    money,
    settled: await settledBy(tx, paymentId),
    words: {
      client: client.name,
      amount: money(payment.amountMinor),
      date: formatDate(payment.receivedOn, locale),
      organization: organization.name,
    },
  };
}

async function settledBy(tx: Tx, paymentId: string) {
  return tx
    .select({
      invoiceId: invoices.id,
      number: invoices.number,
      amountMinor: allocations.amountMinor,
      balanceMinor: invoiceBalances.balanceMinor,
    })
    .from(allocations)
    .innerJoin(invoices, eq(invoices.id, allocations.invoiceId))
    .innerJoin(invoiceBalances, eq(invoiceBalances.invoiceId, invoices.id))
    .where(and(eq(allocations.paymentId, paymentId), isNull(allocations.unappliedOn)))
    .orderBy(asc(allocations.id));
}

/** Where messages to a payment's client go; null when there is no address. */
export async function payerOf(tx: Tx, paymentId: string): Promise<string | null> {
  const [row] = await tx
    .select({ clientId: payments.clientId, buyer: invoices.buyer })
    .from(payments)
    .leftJoin(allocations, eq(allocations.paymentId, payments.id))
    .leftJoin(invoices, eq(invoices.id, allocations.invoiceId))
    .where(eq(payments.id, paymentId))
    .limit(1);
  return row ? recipientOf(tx, row) : null;
}
