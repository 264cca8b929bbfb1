import { BookOpenText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { JournalEntry } from "@/lib/ledger/journal";
import { entryHref } from "./addresses";
import { entryKey } from "./kinds";

/** Journal entries as rows that lead to each; amounts in minor units of `currency`. */
export function JournalTable({
  rows,
  currency,
  footer,
}: {
  rows: readonly JournalEntry[];
  currency: string;
  footer?: ReactNode;
}) {
  const t = useTranslations("reports.journal");
  const amounts = useTranslations("reports.amounts");
  const kinds = useTranslations("reports.kinds");
  const locale = useLocale();
  const columns: Column<JournalEntry>[] = [
    { key: "what", header: t("what"), cell: (row) => kinds(entryKey(row.kind)) },
    {
      key: "date",
      header: t("date"),
      showFrom: "sm",
      className: "whitespace-nowrap tabular-nums",
      cell: (row) => formatDate(row.postedOn, locale),
    },
    {
      key: "client",
      header: t("client"),
      showFrom: "sm",
      className: "max-w-0 sm:w-[34%]",
      cell: (row) => <bdi className="block truncate">{row.clientName ?? "—"}</bdi>,
    },
    {
      key: "document",
      header: t("document"),
      showFrom: "md",
      className: "whitespace-nowrap",
      cell: (row) => {
        const [first, ...others] = documents(row);
        return first ? `${first}${others.length > 0 ? ` +${others.length}` : ""}` : "—";
      },
    },
    {
      key: "amount",
      header: amounts("amount"),
      align: "end",
      cell: (row) => formatMoney(row.amountMinor, currency, locale),
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => entryHref(row.id)}
      rowSummary={(row) => (
        <>
          {formatDate(row.postedOn, locale)}
          {row.clientName && (
            <>
              {" · "}
              <bdi>{row.clientName}</bdi>
            </>
          )}
        </>
      )}
      empty={
        <EmptyState icon={BookOpenText} title={t("emptyTitle")}>
          {t("empty")}
        </EmptyState>
      }
      footer={footer}
    />
  );
}

const documents = (row: JournalEntry) => [
  ...new Set(row.lines.flatMap((line) => line.invoiceNumber ?? line.creditNoteNumber ?? [])),
];
