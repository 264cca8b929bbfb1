import { BookOpenText, CalendarCheck, Scale } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AgesCard } from "@/components/reports/ages-card";
import { MonthsChart } from "@/components/reports/months-chart";
import { ReportCard } from "@/components/reports/report-card";
import { PageHeader } from "@/components/ui/page-header";
import { formatDate } from "@/lib/i18n/format";
import { monthlyFigures, receivablesByAge } from "@/lib/ledger/charts";
import { getClosing } from "@/lib/ledger/close-books";
import { requireStaff } from "@/lib/web/current";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("title") };
}

export default async function ReportsPage() {
  const { ctx } = await requireStaff("books.read");
  const [t, locale, months, ages, closing] = await Promise.all([
    getTranslations("reports"),
    getLocale(),
    monthlyFigures(ctx, {}),
    receivablesByAge(ctx, {}),
    getClosing(ctx, {}),
  ]);
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <ReportCard href="/reports/trial-balance" icon={Scale} title={t("hub.trialBalance")}>
          {t("hub.trialBalanceText")}
        </ReportCard>
        <ReportCard href="/reports/journal" icon={BookOpenText} title={t("hub.journal")}>
          {t("hub.journalText")}
        </ReportCard>
        <ReportCard href="/reports/close" icon={CalendarCheck} title={t("hub.close")}>
          {closing.closedOn
            ? t("hub.closedOn", { date: formatDate(closing.closedOn, locale) })
            : t("hub.notClosed")}
        </ReportCard>
      </div>
      <div className="mt-5 grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <MonthsChart {...months} />
        <AgesCard {...ages} />
      </div>
    </>
  );
}
