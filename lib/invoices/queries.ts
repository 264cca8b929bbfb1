import { and, asc, desc, eq, gt, ilike, isNull, lt, lte, or, sql } from "drizzle-orm";
import { z } from "zod";
import { clients, creditBalances, invoiceBalances, invoices } from "@/db/schema";
import { pageOf } from "@/lib/core/page";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";
import { balanceMinor, balanceOf, creditOf, dueDate, statusOf } from "./balance";
import { organizationToday } from "./dates";
import { type InvoiceFilter, ListInvoicesInput } from "./schemas";

export const PAGE = 50;

const isInvoice = eq(invoices.kind, "invoice");

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

/** How many invoices each filter of the list holds; draft, outstanding and overdue alone, which stay small. */
export const countInvoices = query("invoice.read", z.object({}), async (tx) => {
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
