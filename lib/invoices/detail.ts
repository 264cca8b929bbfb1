import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import {
  allocations,
  clients,
  contacts,
  creditBalances,
  invoiceAdjustments,
  invoiceBalances,
  invoiceItems,
  invoices,
  invoiceTaxes,
  organizations,
} from "@/db/schema";
import { attachmentsOf, logoOf } from "@/lib/files/of-document";
import { openClient } from "@/lib/parties/client";
import { openDocument } from "@/lib/parties/document";
import { openOrganization } from "@/lib/parties/organization";
import type { Ctx } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";
import { balanceMinor, balanceOf, creditOf, dueDate, statusOf } from "./balance";
import { organizationToday } from "./dates";
import { currentLink, hostedUrl } from "./links";
import { buyerOf } from "./parties";
import { paymentPlan } from "./payment-plan";
import { payableOf } from "./postings";
import { InvoiceIdInput } from "./schemas";

/**
 * An invoice whole: header, lines, taxes, balance, status, client, the hosted page's address.
 * The same for every actor who may read it; the database decides which rows are there.
 */
export const getInvoice = query("invoice.read", InvoiceIdInput, (tx, ctx, { id }) =>
  loadInvoice(tx, ctx, id),
);

/** The same for an editor, to whom an id that is not there yet is a new invoice; null for that. */
export const findInvoice = query(
  "invoice.write",
  InvoiceIdInput.extend({ orNew: z.boolean() }),
  async (tx, ctx, { id, orNew }) => {
    const [row] = await tx.select({ id: invoices.id }).from(invoices).where(eq(invoices.id, id));
    return row || !orNew ? loadInvoice(tx, ctx, id) : null;
  },
);

export async function loadInvoice(tx: Tx, ctx: Ctx, id: string) {
  const [row] = await tx
    .select({ invoice: invoices, balanceMinor, dueDate })
    .from(invoices)
    .leftJoin(invoiceBalances, balanceOf)
    .leftJoin(creditBalances, creditOf)
    .where(eq(invoices.id, id));
  if (!row) throw notFound();
  const invoice = openDocument(row.invoice);
  const seesLinks = ctx.actor.kind !== "link";
  const [
    items,
    adjustments,
    taxes,
    organization,
    today,
    linkId,
    client,
    related,
    settledMinor,
    logo,
    attachments,
  ] = await together([
    tx.select().from(invoiceItems).where(eq(invoiceItems.invoiceId, id)).orderBy(asc(invoiceItems.position)),
    tx
      .select()
      .from(invoiceAdjustments)
      .where(eq(invoiceAdjustments.invoiceId, id))
      .orderBy(asc(invoiceAdjustments.position), asc(invoiceAdjustments.part)),
    tx.select().from(invoiceTaxes).where(eq(invoiceTaxes.invoiceId, id)).orderBy(asc(invoiceTaxes.position)),
    tx.select().from(organizations),
    organizationToday(tx),
    seesLinks && invoice.lifecycle !== "draft" ? currentLink(tx, id) : null,
    isStaff(ctx) && invoice.clientId ? clientOf(tx, invoice.clientId) : null,
    relatedTo(tx, row.invoice),
    settledOf(tx, id),
    logoOf(tx, row.invoice),
    attachmentsOf(tx, id),
  ]);
  const plan = await paymentPlan(tx, row.invoice, settledMinor, today);
  const [seller] = organization;
  if (!seller) throw notFound();
  return {
    invoice,
    items,
    adjustments,
    taxes,
    logo,
    attachments,
    organization: openOrganization(seller),
    today,
    balanceMinor: row.balanceMinor,
    /** What was paid or credited on an invoice; of a credit note, what was used. */
    paidMinor:
      invoice.kind === "credit_note" && invoice.lifecycle === "open"
        ? payableOf(invoice) - row.balanceMinor
        : settledMinor,
    status: statusOf(row.invoice, row.balanceMinor, today, row.dueDate),
    /** When what is left is due: of a payment plan, its next instalment. */
    dueDate: row.dueDate,
    plan,
    /** The invoice that a credit note credits, and the credit notes of an invoice. */
    credited: related.find((other) => other.id === invoice.creditedInvoiceId) ?? null,
    creditNotes: related.filter((other) => other.creditedInvoiceId === id),
    /** The quote of an invoice, and the invoices of a quote, deposits among them. */
    quote: related.find((other) => other.id === invoice.quoteId) ?? null,
    quoteInvoices: related.filter((other) => other.quoteId === id),
    hostedUrl: linkId ? hostedUrl(linkId) : null,
    /** As issued; for a draft, the client as it is now. */
    buyer: invoice.buyer ?? (client && buyerOf(client, client)),
    /** The client as it is now, for staff alone. */
    client,
  };
}

/** What payments and credit notes settle of an invoice, in minor units. */
async function settledOf(tx: Tx, invoiceId: string): Promise<bigint> {
  const [row] = await tx
    .select({ total: sql<string>`coalesce(sum(${allocations.amountMinor}), 0)`.mapWith(BigInt) })
    .from(allocations)
    .where(and(eq(allocations.invoiceId, invoiceId), isNull(allocations.unappliedOn)));
  return row?.total ?? 0n;
}

/** What a document is to others: a credit note to its invoice, a quote to its invoices. */
const relatedTo = (tx: Tx, { id, creditedInvoiceId, quoteId }: typeof invoices.$inferSelect) =>
  tx
    .select({
      id: invoices.id,
      kind: invoices.kind,
      number: invoices.number,
      lifecycle: invoices.lifecycle,
      isDeposit: invoices.isDeposit,
      creditedInvoiceId: invoices.creditedInvoiceId,
      quoteId: invoices.quoteId,
      totalMinor: invoices.totalMinor,
    })
    .from(invoices)
    .where(
      or(
        eq(invoices.creditedInvoiceId, id),
        eq(invoices.quoteId, id),
        creditedInvoiceId ? eq(invoices.id, creditedInvoiceId) : undefined,
        quoteId ? eq(invoices.id, quoteId) : undefined,
      ),
    )
    .orderBy(asc(invoices.id));

const isStaff = ({ actor }: Ctx) =>
  actor.kind === "system" || (actor.kind === "user" && actor.role !== "client");

/** A client with the email address that its documents go to. */
async function clientOf(tx: Tx, id: string) {
  const [row] = await tx
    .select({ client: clients, email: contacts.email })
    .from(clients)
    .leftJoin(contacts, and(eq(contacts.clientId, clients.id), eq(contacts.isPrimary, true)))
    .where(eq(clients.id, id));
  return row ? { ...openClient(row.client), email: row.email } : null;
}

export type InvoiceDetail = Awaited<ReturnType<typeof loadInvoice>>;
