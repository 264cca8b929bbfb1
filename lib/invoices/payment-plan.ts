import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { instalments, type invoices } from "@/db/schema";
import { instalmentStates } from "@/lib/core/instalments";
import { payableOf } from "./postings";

type Invoice = typeof invoices.$inferSelect;

const rowsOf = (tx: Tx, invoiceId: string) =>
  tx
    .select()
    .from(instalments)
    .where(eq(instalments.invoiceId, invoiceId))
    .orderBy(asc(instalments.position));

/**
 * An invoice's payment plan with the state of each instalment; payments fill the earliest first. `toPayMinor` is what
 * is still to be paid up to and with it. Empty without a plan. `paidMinor`: what payments and credit notes settle of all. `today` is the organization's ISO date.
 */
export async function paymentPlan(tx: Tx, invoice: Invoice, paidMinor: bigint, today: string) {
  const rows = await rowsOf(tx, invoice.id);
  const states = instalmentStates(rows, paidMinor, today);
  let upTo = 0n;
  return rows.map(({ position, dueDate, amountMinor }, index) => {
    upTo += amountMinor;
    const state = states[index];
    if (!state) throw new Error("Instalments and their states are of different lengths");
    return { position, dueDate, amountMinor, ...state, toPayMinor: upTo > paidMinor ? upTo - paidMinor : 0n };
  });
}

export type PaymentPlan = Awaited<ReturnType<typeof paymentPlan>>;

/** What is owed up to and with the instalment at a position, in minor units; never more than all. */
export async function owedUpTo(
  tx: Tx,
  invoice: Invoice,
  balanceMinor: bigint,
  position: number,
): Promise<bigint> {
  const rows = await rowsOf(tx, invoice.id);
  const upTo = rows.filter((row) => row.position <= position).reduce((sum, row) => sum + row.amountMinor, 0n);
  const owed = upTo - (payableOf(invoice) - balanceMinor);
  return owed < balanceMinor ? owed : balanceMinor;
}
