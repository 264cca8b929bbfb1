import { FolderArchive } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDateTime } from "@/lib/i18n/format";
import type { ExportRow } from "@/lib/privacy/export-queries";
import { DownloadArchive } from "./download-archive";
import { ExportState } from "./export-state";
import { KeepLooking } from "./keep-looking";
import { sizeText } from "./size";
import type { Action } from "./types";

/** The last archives of a client or of oneself, each with how far it is. `path` and its id are where one is fetched. */
export function ExportTable({
  rows,
  path,
  locale,
  timeZone,
  mayDownload,
}: {
  rows: readonly ExportRow[];
  path: string;
  locale: string;
  timeZone: string;
  /** Null for who may not. */
  mayDownload: Action | null;
}) {
  const t = useTranslations("privacy.export");
  const time = (instant: Date) => formatDateTime(instant, locale, timeZone);
  const columns: Column<ExportRow>[] = [
    { key: "made", header: t("made"), cell: (row) => time(row.createdAt) },
    {
      key: "state",
      header: t("state"),
      cell: (row) => (
        <span className="flex flex-col items-start gap-0.5">
          <ExportState row={row} />
          {row.state === "ready" && row.expiresAt && (
            <span className="text-xs text-muted-foreground">{t("until", { time: time(row.expiresAt) })}</span>
          )}
        </span>
      ),
    },
    {
      key: "size",
      header: t("size"),
      align: "end",
      showFrom: "sm",
      cell: (row) => (row.bytes === null ? "" : sizeText(row.bytes, locale)),
    },
    {
      key: "actions",
      header: t("actions"),
      hideHeader: true,
      align: "end",
      className: "max-sm:order-3 max-sm:col-span-2 max-sm:col-start-1 max-sm:pt-2 max-sm:empty:hidden",
      cell: (row) =>
        row.state === "ready" &&
        mayDownload && (
          <DownloadArchive href={`${path}/${row.id}`} time={time(row.createdAt)} mayDownload={mayDownload} />
        ),
    },
  ];
  const underWay = rows.some((row) => row.state === "queued" || row.state === "running");
  return (
    <>
      {underWay && <KeepLooking />}
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon={FolderArchive} title={t("emptyTitle")} className="py-8">
            {t("empty")}
          </EmptyState>
        }
      />
    </>
  );
}
