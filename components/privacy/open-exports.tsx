import { FolderArchive } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDateTime } from "@/lib/i18n/format";
import type { listOpenExports } from "@/lib/privacy/export-queries";
import { ExportState } from "./export-state";
import { KeepLooking } from "./keep-looking";
import { Section } from "./section";

type Row = Awaited<ReturnType<typeof listOpenExports>>[number];

/** Clients' archives that are being made or can be fetched. */
export function OpenExports({
  rows,
  locale,
  timeZone,
}: {
  rows: readonly Row[];
  locale: string;
  timeZone: string;
}) {
  const t = useTranslations("privacy");
  const time = (instant: Date) => formatDateTime(instant, locale, timeZone);
  const columns: Column<Row>[] = [
    {
      key: "client",
      header: t("open.client"),
      cell: (row) => (
        <Link
          href={`/clients/${row.clientId}/privacy`}
          className="font-medium underline-offset-2 [overflow-wrap:anywhere] hover:underline"
        >
          {row.clientName}
        </Link>
      ),
    },
    { key: "by", header: t("open.by"), showFrom: "md", cell: (row) => row.requestedBy },
    { key: "made", header: t("export.made"), showFrom: "sm", cell: (row) => time(row.createdAt) },
    {
      key: "state",
      header: t("export.state"),
      cell: (row) => (
        <span className="flex flex-col items-start gap-0.5">
          <ExportState row={row} />
          {row.state === "ready" && row.expiresAt && (
            <span className="text-xs text-muted-foreground">
              {t("export.until", { time: time(row.expiresAt) })}
            </span>
          )}
        </span>
      ),
    },
  ];
  const underWay = rows.some((row) => row.state === "queued" || row.state === "running");
  return (
    <Section title={t("open.title")} description={t("open.description")}>
      {underWay && <KeepLooking />}
      <DataTable
        caption={t("open.title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon={FolderArchive} title={t("open.emptyTitle")} className="py-8">
            {t("open.empty")}
          </EmptyState>
        }
      />
    </Section>
  );
}
