import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "@/components/reports/export-menu";
import { JournalTable } from "@/components/reports/journal-table";
import { PeriodPicker } from "@/components/reports/period-picker";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { readPeriod } from "@/lib/core/period";
import { formatDate } from "@/lib/i18n/format";
import { getClosing } from "@/lib/ledger/close-books";
import { listJournal } from "@/lib/ledger/journal";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { firstValues, pathWith, type SearchParams } from "@/lib/web/params";
import { mayExportAction } from "../../actions";

const PATH = "/reports/journal";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports.journal"))("title") };
}

export default async function JournalPage({ searchParams }: { searchParams: SearchParams }) {
  const { ctx, can } = await requireStaff("books.read");
  const [typed, { today }] = await Promise.all([firstValues(searchParams), getClosing(ctx, {})]);
  const { period, problem } = readPeriod(typed, today);
  const place = problem ? {} : { before: typed.before, after: typed.after };
  const [t, locale, page] = await Promise.all([
    getTranslations("reports"),
    getLocale(),
    orNotFound(listJournal(ctx, { ...period, ...place })),
  ]);
  const range = { from: formatDate(period.from, locale), to: formatDate(period.to, locale) };
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: "/reports", label: t("title") }]}
        title={t("journal.title")}
        actions={
          can("books.export") && <ExportMenu period={period} range={range} mayExport={mayExportAction} />
        }
      />
      <PeriodPicker path={PATH} period={period} typed={typed} problem={problem} today={today} />
      <JournalTable
        rows={page.rows}
        currency={page.currency}
        footer={
          (page.next || page.previous) && (
            <Pagination
              previousHref={page.previous ? pathWith(PATH, { ...period, after: page.previous }) : undefined}
              nextHref={page.next ? pathWith(PATH, { ...period, before: page.next }) : undefined}
            >
              {t("journal.shown", { count: page.rows.length })}
            </Pagination>
          )
        }
      />
    </>
  );
}
