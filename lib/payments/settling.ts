import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { allocations, creditBalances, invoiceBalances, invoices, payments } from "@/db/schema";
import { creditsOf } from "@/lib/allocations/credit";
import { id } from "@/lib/core/fields";
import { sum } from "@/lib/core/money";
import { lesser } from "@/lib/core/settle";
import { notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";
import { MAX_INVOICES } from "./schemas";

const notes = alias(invoices, "notes");

/** What settles an invoice, the first applied first, and how much of its client's credit could (minor units). */
export const invoiceSettlement = query("payment.read", z.object({ id }), async (tx, _ctx, input) => {
  const [found] = await tx
    .select({ invoice: invoices, balanceMinor: invoiceBalances.balanceMinor })
    .from(invoices)
    .leftJoin(invoiceBalances, eq(invoiceBalances.invoiceId, invoices.id))
    .where(eq(invoices.id, input.id));
  if (!found) throw notFound();
  const { invoice } = found;
  const owedMinor = invoice.lifecycle === "open" ? (found.balanceMinor ?? 0n) : 0n;
  const [settled, credits] = await together([
    tx
      .select({
        id: allocations.id,
        amountMinor: allocations.amountMinor,
        appliedOn: allocations.appliedOn,
        paymentId: allocations.paymentId,
        method: payments.method,
        reference: payments.reference,
        creditNoteId: allocations.creditNoteId,
        creditNoteNumber: notes.number,
      })
      .from(allocations)
      .leftJoin(payments, eq(payments.id, allocations.paymentId))
      .leftJoin(notes, eq(notes.id, allocations.creditNoteId))
      .where(and(eq(allocations.invoiceId, input.id), isNull(allocations.unappliedOn)))
      .orderBy(asc(allocations.id)),
    owedMinor > 0n && invoice.clientId && invoice.kind === "invoice"
      ? creditsOf(tx, invoice.clientId, invoice.currency)
      : [],
  ]);
  const creditMinor = sum(credits.map(({ leftMinor }) => leftMinor));
  return {
    settled,
    owedMinor,
    /** What one press applies. */
    applicableMinor: lesser(creditMinor, owedMinor),
    /** Whether what settles it can be taken back: while it is open. */
    takesBack: invoice.lifecycle === "open",
  };
});

export type InvoiceSettlement = Awaited<ReturnType<typeof invoiceSettlement>>;

/** What a client has to its credit, per currency (minor units); nothing where there is none. */
export const clientCredit = query("credit.read", z.object({ id }), (tx, _ctx, input) =>
  tx
    .select({
      currency: creditBalances.currency,
      creditMinor: sql<string>`sum(${creditBalances.balanceMinor})`.mapWith(BigInt),
    })
    .from(creditBalances)
    .where(and(eq(creditBalances.clientId, input.id), gt(creditBalances.balanceMinor, 0n)))
    .groupBy(creditBalances.currency)
    .orderBy(asc(creditBalances.currency)),
);

/** A client's invoices that owe something, the oldest first: as many as one payment can settle. */
export const openInvoices = query("payment.read", z.object({ clientId: id }), (tx, _ctx, { clientId }) =>
  tx
    .select({
      id: invoices.id,
      number: invoices.number,
      issueDate: invoices.issueDate,
      dueDate: invoices.dueDate,
      currency: invoices.currency,
      owedMinor: invoiceBalances.balanceMinor,
    })
    .from(invoiceBalances)
    .innerJoin(invoices, eq(invoices.id, invoiceBalances.invoiceId))
    .where(
      and(
        eq(invoiceBalances.clientId, clientId),
        gt(invoiceBalances.balanceMinor, 0n),
        eq(invoices.lifecycle, "open"),
      ),
    )
    .orderBy(asc(invoiceBalances.dueDate), asc(invoices.id))
    .limit(MAX_INVOICES),
);

export type OpenInvoice = Awaited<ReturnType<typeof openInvoices>>[number];
