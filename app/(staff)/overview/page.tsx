import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NewInvoiceLink } from "@/components/invoices/new-invoice-link";
import { Activity } from "@/components/overview/activity";
import { MonthChart } from "@/components/overview/month-chart";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { StatCard } from "@/components/ui/stat-card";
import { startOfMonth } from "@/lib/core/dates";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import { countInvoices } from "@/lib/invoices/queries";
import { getOverview, recentActivity } from "@/lib/overview/queries";
import { requireStaff } from "@/lib/web/current";

/** Events that fit beside the chart. */
const SHOWN = 8;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("title") };
}

export default async function OverviewPage() {
  const { ctx } = await requireStaff("overview.read");
  const [t, locale, overview, activity, counts] = await Promise.all([
    getTranslations("overview"),
    getLocale(),
    getOverview(ctx, {}),
    recentActivity(ctx, {}),
    countInvoices(ctx, {}),
  ]);
  const money = (minor: bigint) => formatMoney(minor, overview.currency, locale);
  const header = <PageHeader title={t("title")} actions={<NewInvoiceLink label={t("newInvoice")} />} />;
  if (!overview.hasIssued)
    return (
      <>
        {header}
        <Card>
          <EmptyState
            icon={FileText}
            title={t("empty.title")}
            action={
              <>
                <NewInvoiceLink label={t("empty.action")} />
                {counts.draft > 0 && (
                  <ButtonLink href="/invoices?filter=draft">
                    {t("empty.drafts", { count: counts.draft })}
                  </ButtonLink>
                )}
              </>
            }
          >
            {t("empty.text")}
          </EmptyState>
        </Card>
      </>
    );
  return (
    <>
      {header}
      <div className="grid gap-3 sm:grid-cols-3">
        <StatCard
          label={t("outstanding")}
          value={money(overview.outstandingMinor)}
          detail={t("invoices", { count: overview.outstandingCount })}
          href="/invoices?filter=outstanding"
        />
        <StatCard
          label={t("overdue")}
          value={
            <span className={overview.overdueMinor > 0n ? "text-danger-text" : undefined}>
              {money(overview.overdueMinor)}
            </span>
          }
          detail={
            overview.overdueCount > 0 ? t("invoices", { count: overview.overdueCount }) : t("nobodyLate")
          }
          href="/invoices?filter=overdue"
        />
        <StatCard
          label={t("paidThisMonth")}
          value={money(overview.paidThisMonthMinor)}
          detail={t("since", { date: formatDate(startOfMonth(overview.today), locale) })}
          href="/invoices?filter=paid"
        />
      </div>
      <div className="mt-5 grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <MonthChart months={overview.months} currency={overview.currency} />
        <Card>
          <CardHeader title={t("activity.title")} />
          <CardContent>
            <Activity events={activity.slice(0, SHOWN)} />
          </CardContent>
        </Card>
      </div>
    </>
  );
}
