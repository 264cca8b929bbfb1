import { and, eq, gt, gte, inArray, like, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { invoiceBalances, journalLines } from "@/db/schema";
import { addMonths, dateIn, startOfMonth } from "@/lib/core/dates";
import { clock } from "@/lib/platform/clock";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";
import { bookkeeper, total } from "./parts";

const MONTHS = 12;

/** How late an invoice is, in days past its due date: the first day of each bucket. */
const AGES = [
  { key: "notDue", from: null },
  { key: "upTo30", from: 1 },
  { key: "upTo60", from: 31 },
  { key: "upTo90", from: 61 },
  { key: "over90", from: 91 },
] as const;

export type AgeKey = (typeof AGES)[number]["key"];

const INCOME = ["revenue", "discounts"];

/**
 * Revenue (after discounts, without tax) and money that came in (less what was given back) in each of the last twelve
 * months, oldest first. Minor units of the organization's currency.
 */
export const monthlyFigures = query("books.read", z.object({}), async (tx) => {
  const { currency, timeZone } = await bookkeeper(tx);
  const today = dateIn(clock.now(), timeZone);
  const isIncome = inArray(journalLines.accountCode, INCOME);
  const rows = await tx
    .select({
      month: sql<string>`to_char(${journalLines.postedOn}, 'YYYY-MM')`,
      revenueMinor: total(sql`case when ${isIncome} then -${journalLines.baseMinor} end`),
      cashMinor: total(sql`case when ${isIncome} then 0 else ${journalLines.baseMinor} end`),
    })
    .from(journalLines)
    .where(
      and(
        or(isIncome, like(journalLines.accountCode, "cash.%")),
        gte(journalLines.postedOn, addMonths(today, 1 - MONTHS)),
        lt(journalLines.postedOn, addMonths(today, 1)),
      ),
    )
    .groupBy(sql`1`);
  const months = Array.from({ length: MONTHS }, (_, index) => {
    const month = addMonths(startOfMonth(today), index + 1 - MONTHS);
    const row = rows.find((one) => one.month === month.slice(0, 7));
    return { month, revenueMinor: row?.revenueMinor ?? 0n, cashMinor: row?.cashMinor ?? 0n };
  });
  return { currency, months };
});

/** What clients owe by how late it is, in the organization's currency at each invoice's own rate (minor units). */
export const receivablesByAge = query("books.read", z.object({}), async (tx) => {
  const { currency, timeZone } = await bookkeeper(tx);
  const late = sql<number>`${dateIn(clock.now(), timeZone)}::date - ${invoiceBalances.dueDate}`;
  const bucket = sql<number>`width_bucket(${late}, array[1, 31, 61, 91])`;
  const [rows, [account]] = await together([
    tx
      .select({ bucket, count: sql<number>`count(*)::int`, amountMinor: total(invoiceBalances.baseMinor) })
      .from(invoiceBalances)
      .where(gt(invoiceBalances.balanceMinor, 0n))
      .groupBy(sql`1`),
    tx
      .select({ balanceMinor: total(journalLines.baseMinor) })
      .from(journalLines)
      .where(eq(journalLines.accountCode, "receivable")),
  ]);
  const ages = AGES.map(({ key }, index) => {
    const row = rows.find((one) => one.bucket === index);
    return { key, count: row?.count ?? 0, amountMinor: row?.amountMinor ?? 0n };
  });
  return { currency, ages, totalMinor: account?.balanceMinor ?? 0n };
});

export type MonthlyFigures = Awaited<ReturnType<typeof monthlyFigures>>;
export type ReceivablesByAge = Awaited<ReturnType<typeof receivablesByAge>>;
