import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LedgerTable } from "@/components/reports/ledger-table";
import { PeriodFigures } from "@/components/reports/period-figures";
import { PeriodPicker } from "@/components/reports/period-picker";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { readPeriod } from "@/lib/core/period";
import { getAccountLedger } from "@/lib/ledger/account-ledger";
import { getClosing } from "@/lib/ledger/close-books";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { firstValues, pathWith, type SearchParams } from "@/lib/web/params";

type Props = { params: Promise<{ code: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("title") };
}

export default async function AccountLedgerPage({ params, searchParams }: Props) {
  const { ctx } = await requireStaff("books.read");
  const code = decodeURIComponent((await params).code);
  const [typed, { today }] = await Promise.all([firstValues(searchParams), getClosing(ctx, {})]);
  const { period, problem } = readPeriod(typed, today);
  const place = problem ? {} : { before: typed.before, after: typed.after };
  const [t, ledger] = await Promise.all([
    getTranslations("reports"),
    orNotFound(getAccountLedger(ctx, { code, ...period, ...place })),
  ]);
  const { account, currency } = ledger;
  const path = `/reports/accounts/${encodeURIComponent(code)}`;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: "/reports", label: t("title") },
          { href: pathWith("/reports/trial-balance", period), label: t("trialBalance.title") },
        ]}
        title={account.name}
        badge={<Badge>{t(`kind.${account.kind}`)}</Badge>}
        description={t("amounts.sign", { currency })}
      />
      <PeriodPicker path={path} period={period} typed={typed} problem={problem} today={today} />
      <PeriodFigures sums={ledger} period={period} currency={currency} />
      <LedgerTable
        title={account.name}
        rows={ledger.rows}
        currency={currency}
        footer={
          (ledger.next || ledger.previous) && (
            <Pagination
              previousHref={
                ledger.previous ? pathWith(path, { ...period, before: ledger.previous }) : undefined
              }
              nextHref={ledger.next ? pathWith(path, { ...period, after: ledger.next }) : undefined}
            >
              {t("ledger.shown", { count: ledger.rows.length })}
            </Pagination>
          )
        }
      />
    </>
  );
}
