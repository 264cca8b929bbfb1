import { and, desc, eq, gt, gte, inArray, like, lt, ne, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import {
  clients,
  domainEvents,
  invoiceBalances,
  invoices,
  journalLines,
  organizations,
  users,
} from "@/db/schema";
import { addMonths, dateIn, startOfMonth } from "@/lib/core/dates";
import { clock } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";

const CHART_MONTHS = 6;

const amount = (column: unknown) => sql<string>`coalesce(sum(${column}), 0)`.mapWith(BigInt);

/**
 * What an accountant wants to know first, in the organization's currency (minor units): outstanding, overdue, paid
 * this month, and per month what was invoiced and what came in. Other currencies count at the rates of the books.
 */
export const getOverview = query("overview.read", z.object({}), async (tx) => {
  const [organization] = await tx.select().from(organizations);
  if (!organization) throw notFound();
  const { currency } = organization;
  const today = dateIn(clock.now(), organization.timeZone);
  const month = startOfMonth(today);
  const owed = gt(invoiceBalances.balanceMinor, 0n);
  const posted = (accounts: SQL) =>
    tx
      .select({
        month: sql<string>`to_char(${journalLines.postedOn}, 'YYYY-MM')`,
        total: amount(journalLines.baseMinor),
      })
      .from(journalLines)
      .where(and(accounts, gte(journalLines.postedOn, addMonths(today, 1 - CHART_MONTHS))))
      .groupBy(sql`1`);
  const [[sums], invoiced, received, [issued]] = await together([
    tx
      .select({
        outstanding: amount(invoiceBalances.baseMinor),
        outstandingCount: sql<number>`count(*)::int`,
        overdue:
          sql<string>`coalesce(sum(${invoiceBalances.baseMinor}) filter (where ${lt(invoiceBalances.dueDate, today)}), 0)`.mapWith(
            BigInt,
          ),
        overdueCount: sql<number>`(count(*) filter (where ${lt(invoiceBalances.dueDate, today)}))::int`,
      })
      .from(invoiceBalances)
      .where(owed),
    posted(
      sql`(${inArray(journalLines.accountCode, ["revenue", "discounts"])} or ${like(journalLines.accountCode, "tax_payable%")})`,
    ),
    posted(like(journalLines.accountCode, "cash.%")),
    tx.select({ id: invoices.id }).from(invoices).where(ne(invoices.lifecycle, "draft")).limit(1),
  ]);
  const months = Array.from({ length: CHART_MONTHS }, (_, index) =>
    addMonths(today, index - CHART_MONTHS + 1),
  );
  const find = (rows: { month: string; total: bigint }[], date: string) =>
    rows.find((row) => row.month === date.slice(0, 7))?.total ?? 0n;
  return {
    currency,
    today,
    outstandingMinor: sums?.outstanding ?? 0n,
    outstandingCount: sums?.outstandingCount ?? 0,
    overdueMinor: sums?.overdue ?? 0n,
    overdueCount: sums?.overdueCount ?? 0,
    paidThisMonthMinor: find(received, month),
    /** Whether any invoice was ever issued: before that there is nothing to show. */
    hasIssued: issued !== undefined,
    /** Per month (its first day, ISO), oldest first. */
    months: months.map((date) => ({
      month: date,
      invoicedMinor: -find(invoiced, date),
      receivedMinor: find(received, date),
    })),
  };
});

/** The last things that happened to invoices. */
export const recentActivity = query("overview.read", z.object({}), (tx) =>
  tx
    .select({
      id: domainEvents.id,
      type: domainEvents.type,
      payload: domainEvents.payload,
      actorKind: domainEvents.actorKind,
      actorName: users.name,
      invoiceId: domainEvents.invoiceId,
      number: invoices.number,
      clientName: clients.name,
      totalMinor: invoices.totalMinor,
      currency: invoices.currency,
      createdAt: domainEvents.createdAt,
    })
    .from(domainEvents)
    .innerJoin(
      invoices,
      and(eq(invoices.organizationId, domainEvents.organizationId), eq(invoices.id, domainEvents.invoiceId)),
    )
    .leftJoin(
      clients,
      and(eq(clients.organizationId, invoices.organizationId), eq(clients.id, invoices.clientId)),
    )
    .leftJoin(users, eq(users.id, domainEvents.actorId))
    .orderBy(desc(domainEvents.id))
    .limit(12),
);
