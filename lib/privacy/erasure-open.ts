import { and, asc, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { creditBalances, invoiceBalances, invoices, payments, refunds } from "@/db/schema";

type Sum = { currency: string; minor: bigint };

/** Why a client can't be erased yet. The problem is a key of the `errors` catalog. */
export type StillOpen =
  | { problem: "erasureOwed" | "erasureCredit"; sums: Sum[] }
  | { problem: "erasureRefund"; count: number }
  | { problem: "erasureScheduled"; drafts: { id: string; date: string | null }[] };

/** What is still open with a client: money on either side, and drafts that would go out by themselves. */
export async function openWith(tx: Tx, clientId: string): Promise<StillOpen[]> {
  const open: StillOpen[] = [];
  const owed = await tx
    .select({
      currency: invoiceBalances.currency,
      minor: sql<string>`sum(${invoiceBalances.balanceMinor})`.mapWith(BigInt),
    })
    .from(invoiceBalances)
    .where(and(eq(invoiceBalances.clientId, clientId), ne(invoiceBalances.balanceMinor, 0n)))
    .groupBy(invoiceBalances.currency);
  if (owed.length > 0) open.push({ problem: "erasureOwed", sums: owed });
  const credit = await tx
    .select({
      currency: creditBalances.currency,
      minor: sql<string>`sum(${creditBalances.balanceMinor})`.mapWith(BigInt),
    })
    .from(creditBalances)
    .where(and(eq(creditBalances.clientId, clientId), ne(creditBalances.balanceMinor, 0n)))
    .groupBy(creditBalances.currency);
  if (credit.length > 0) open.push({ problem: "erasureCredit", sums: credit });
  const pending = await tx
    .select({ id: refunds.id })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(and(eq(payments.clientId, clientId), eq(refunds.state, "pending")));
  if (pending.length > 0) open.push({ problem: "erasureRefund", count: pending.length });
  const drafts = await tx
    .select({ id: invoices.id, date: invoices.scheduledFor })
    .from(invoices)
    .where(
      and(eq(invoices.clientId, clientId), eq(invoices.lifecycle, "draft"), isNotNull(invoices.scheduledFor)),
    )
    .orderBy(asc(invoices.scheduledFor));
  if (drafts.length > 0) open.push({ problem: "erasureScheduled", drafts });
  return open;
}
