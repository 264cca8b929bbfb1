import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PeriodPicker } from "@/components/reports/period-picker";
import { TrialBalanceTable } from "@/components/reports/trial-balance-table";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { readPeriod } from "@/lib/core/period";
import { formatMoney } from "@/lib/i18n/format";
import { getClosing } from "@/lib/ledger/close-books";
import { getTrialBalance } from "@/lib/ledger/trial-balance";
import { requireStaff } from "@/lib/web/current";
import { firstValues, type SearchParams } from "@/lib/web/params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports.trialBalance"))("title") };
}

export default async function TrialBalancePage({ searchParams }: { searchParams: SearchParams }) {
  const { ctx } = await requireStaff("books.read");
  const [typed, { today }] = await Promise.all([firstValues(searchParams), getClosing(ctx, {})]);
  const { period, problem } = readPeriod(typed, today);
  const [t, locale, { rows, totals, currency }] = await Promise.all([
    getTranslations("reports"),
    getLocale(),
    getTrialBalance(ctx, period),
  ]);
  const off = totals.openingMinor || totals.closingMinor;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: "/reports", label: t("title") }]}
        title={t("trialBalance.title")}
        description={t("amounts.sign", { currency })}
      />
      <PeriodPicker
        path="/reports/trial-balance"
        period={period}
        typed={typed}
        problem={problem}
        today={today}
      />
      {off !== 0n && (
        <Alert tone="danger" className="mb-4">
          {t("trialBalance.unbalanced", { amount: formatMoney(off, currency, locale) })}
        </Alert>
      )}
      <TrialBalanceTable rows={rows} totals={totals} currency={currency} period={period} />
      {off === 0n && rows.length > 0 && (
        <p className="mt-3 text-xs text-muted-foreground">{t("trialBalance.balanced")}</p>
      )}
    </>
  );
}
