import { and, asc, desc, eq, gt, ilike, isNull, lt, lte, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import {
  clients,
  contacts,
  creditBalances,
  deliveries,
  domainEvents,
  invoiceAdjustments,
  invoiceBalances,
  invoiceItems,
  invoices,
  invoiceTaxes,
  organizations,
  users,
} from "@/db/schema";
import { pageOf } from "@/lib/core/page";
import { invoiceStatus } from "@/lib/core/status";
import type { Ctx } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";
import { organizationToday } from "./dates";
import { currentLink, hostedUrl } from "./links";
import { buyerOf } from "./parties";
import { paymentPlan } from "./payment-plan";
import { payableOf } from "./postings";
import { type InvoiceFilter, InvoiceIdInput, ListInvoicesInput } from "./schemas";

export const PAGE = 50;

const balanceOf = and(
  eq(invoiceBalances.organizationId, invoices.organizationId),
  eq(invoiceBalances.invoiceId, invoices.id),
);

const isInvoice = eq(invoices.kind, "invoice");

/** What an invoice still owes, or what is left of a credit note. */
const balanceMinor =
  sql<string>`coalesce(${invoiceBalances.balanceMinor}, ${creditBalances.balanceMinor}, 0)`.mapWith(BigInt);
/** When what is left is due: of a payment plan, its next instalment. */
const dueDate = sql<string | null>`coalesce(${invoiceBalances.dueDate}, ${invoices.dueDate})`;
const creditOf = and(
  eq(creditBalances.organizationId, invoices.organizationId),
  eq(creditBalances.sourceId, invoices.id),
);

function condition(filter: InvoiceFilter | "quotes", today: string) {
  const owed = gt(invoiceBalances.balanceMinor, 0n);
  switch (filter) {
    case "quotes":
      return eq(invoices.kind, "quote");
    case "credit_notes":
      return eq(invoices.kind, "credit_note");
    case "draft":
      return and(isInvoice, eq(invoices.lifecycle, "draft"));
    case "outstanding":
      return and(eq(invoices.lifecycle, "open"), owed);
    case "overdue":
      return and(eq(invoices.lifecycle, "open"), owed, lt(invoiceBalances.dueDate, today));
    case "paid":
      return and(
        isInvoice,
        eq(invoices.lifecycle, "open"),
        or(isNull(invoiceBalances.balanceMinor), lte(invoiceBalances.balanceMinor, 0n)),
      );
    default:
      return isInvoice;
  }
}

/** A page of invoices, newest first, each with its status and what it still owes (minor units). Pages by key. */
export const listInvoices = query("invoice.read", ListInvoicesInput, async (tx, _ctx, input) => {
  const today = await organizationToday(tx);
  const pattern = input.search ? `%${input.search.replace(/[\\%_]/g, "\\$&")}%` : undefined;
  const rows = await tx
    .select({ invoice: invoices, clientName: clients.name, balanceMinor, dueDate })
    .from(invoices)
    .leftJoin(
      clients,
      and(eq(clients.organizationId, invoices.organizationId), eq(clients.id, invoices.clientId)),
    )
    .leftJoin(invoiceBalances, balanceOf)
    .leftJoin(creditBalances, creditOf)
    .where(
      and(
        condition(input.filter, today),
        pattern
          ? or(
              ilike(invoices.number, pattern),
              ilike(clients.name, pattern),
              ilike(invoices.reference, pattern),
            )
          : undefined,
        input.clientId ? eq(invoices.clientId, input.clientId) : undefined,
        input.before ? lt(invoices.id, input.before) : undefined,
        input.after ? gt(invoices.id, input.after) : undefined,
      ),
    )
    .orderBy(input.after ? asc(invoices.id) : desc(invoices.id))
    .limit(PAGE + 1);
  const page = pageOf(
    rows.map((row) => summary(row, today)),
    PAGE,
    { forwards: Boolean(input.before), backwards: Boolean(input.after) },
  );
  return { rows: page.rows, next: page.next?.id ?? null, previous: page.previous?.id ?? null, today };
});

type Row = {
  invoice: typeof invoices.$inferSelect;
  clientName: string | null;
  balanceMinor: bigint;
  dueDate: string | null;
};

function summary({ invoice, clientName, balanceMinor, dueDate }: Row, today: string) {
  return {
    id: invoice.id,
    kind: invoice.kind,
    number: invoice.number,
    clientName: invoice.buyer?.name ?? clientName,
    currency: invoice.currency,
    issueDate: invoice.issueDate,
    dueDate,
    totalMinor: invoice.totalMinor,
    balanceMinor,
    status: statusOf(invoice, balanceMinor, today, dueDate),
  };
}

export type InvoiceSummary = ReturnType<typeof summary>;

/** The status that people read, from a row, what its postings leave, and when what is left is due. */
export const statusOf = (
  invoice: typeof invoices.$inferSelect,
  balanceMinor: bigint,
  today: string,
  dueDate = invoice.dueDate,
) =>
  invoiceStatus(
    {
      kind: invoice.kind,
      lifecycle: invoice.lifecycle,
      scheduledFor: invoice.scheduledFor,
      payableMinor: payableOf(invoice),
      balanceMinor,
      dueDate,
      sent: invoice.sentAt !== null,
      viewed: invoice.firstViewedAt !== null,
    },
    today,
  );

/** How many invoices each filter of the list holds; draft, outstanding and overdue alone, which stay small. */
export const countInvoices = query("overview.read", z.object({}), async (tx) => {
  const today = await organizationToday(tx);
  const [[drafts], [owed]] = await together([
    tx
      .select({ count: sql<number>`count(*)::int` })
      .from(invoices)
      .where(and(isInvoice, eq(invoices.lifecycle, "draft"))),
    tx
      .select({
        outstanding: sql<number>`count(*)::int`,
        overdue: sql<number>`(count(*) filter (where ${invoiceBalances.dueDate} < ${today}))::int`,
      })
      .from(invoiceBalances)
      .where(gt(invoiceBalances.balanceMinor, 0n)),
  ]);
  return { draft: drafts?.count ?? 0, outstanding: owed?.outstanding ?? 0, overdue: owed?.overdue ?? 0 };
});

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
  const { invoice } = row;
  const seesLinks = ctx.actor.kind !== "link";
  const [items, adjustments, taxes, organization, today, linkId, client, related] = await together([
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
    relatedTo(tx, invoice),
  ]);
  const plan = await paymentPlan(tx, invoice, row.balanceMinor, today);
  const [seller] = organization;
  if (!seller) throw notFound();
  return {
    invoice,
    items,
    adjustments,
    taxes,
    organization: seller,
    today,
    balanceMinor: row.balanceMinor,
    paidMinor:
      invoice.kind !== "quote" && invoice.lifecycle === "open" ? payableOf(invoice) - row.balanceMinor : 0n,
    status: statusOf(invoice, row.balanceMinor, today, row.dueDate),
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
  return row ? { ...row.client, email: row.email } : null;
}

export type InvoiceDetail = Awaited<ReturnType<typeof loadInvoice>>;

/** Everything that happened to an invoice, newest first, with who did it; and how its messages fared. */
export const invoiceTimeline = query("overview.read", InvoiceIdInput, async (tx, _ctx, { id }) => {
  const [events, messages] = await together([
    tx
      .select({
        id: domainEvents.id,
        type: domainEvents.type,
        payload: domainEvents.payload,
        actorKind: domainEvents.actorKind,
        actorName: users.name,
        createdAt: domainEvents.createdAt,
      })
      .from(domainEvents)
      .leftJoin(users, eq(users.id, domainEvents.actorId))
      .where(eq(domainEvents.invoiceId, id))
      .orderBy(desc(domainEvents.id))
      .limit(200),
    tx.select().from(deliveries).where(eq(deliveries.invoiceId, id)).orderBy(desc(deliveries.id)).limit(100),
  ]);
  return { events, deliveries: messages };
});
