import { lte, sql } from "drizzle-orm";
import { accounts, journalLines } from "@/db/schema";
import { trialBalance } from "@/lib/core/trial-balance";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";
import { bookkeeper, credits, debits, total } from "./parts";
import { PeriodInput } from "./schemas";

/** Every account that moved until the end of a period: opening, debit, credit and closing in the organization's currency. */
export const getTrialBalance = query("books.read", PeriodInput, async (tx, _ctx, { from, to }) => {
  const inPeriod = sql`${journalLines.postedOn} >= ${from}`;
  const [organization, chart, sums] = await together([
    bookkeeper(tx),
    tx.select({ code: accounts.code, kind: accounts.kind, name: accounts.name }).from(accounts),
    tx
      .select({
        code: journalLines.accountCode,
        currency: journalLines.currency,
        openingMinor: total(sql`case when ${inPeriod} then 0 else ${journalLines.baseMinor} end`),
        debitMinor: total(sql`case when ${inPeriod} then ${debits} else 0 end`),
        creditMinor: total(sql`case when ${inPeriod} then ${credits} else 0 end`),
        amountMinor: total(journalLines.amountMinor),
      })
      .from(journalLines)
      .where(lte(journalLines.postedOn, to))
      .groupBy(journalLines.accountCode, journalLines.currency),
  ]);
  return { currency: organization.currency, ...trialBalance(chart, sums, organization.currency) };
});

export type TrialBalance = Awaited<ReturnType<typeof getTrialBalance>>;
