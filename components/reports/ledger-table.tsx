import { BookOpenText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { AccountLedger } from "@/lib/ledger/account-ledger";
import { entryHref } from "./addresses";
import { Side } from "./amount";
import { entryKey } from "./kinds";

type Row = AccountLedger["rows"][number];

/** The postings of one account, oldest first, each with the balance that it leaves (minor units of `currency`). */
export function LedgerTable({
  title,
  rows,
  currency,
  footer,
}: {
  title: string;
  rows: readonly Row[];
  currency: string;
  footer?: ReactNode;
}) {
  const t = useTranslations("reports.ledger");
  const amounts = useTranslations("reports.amounts");
  const kinds = useTranslations("reports.kinds");
  const locale = useLocale();
  const about = (row: Row) => [row.clientName, row.document].filter(Boolean).join(" · ");
  const columns: Column<Row>[] = [
    { key: "what", header: t("what"), cell: (row) => kinds(entryKey(row.kind)) },
    {
      key: "date",
      header: t("date"),
      showFrom: "sm",
      className: "whitespace-nowrap tabular-nums",
      cell: (row) => formatDate(row.postedOn, locale),
    },
    {
      key: "about",
      header: t("about"),
      showFrom: "md",
      className: "max-w-0 sm:w-[34%]",
      cell: (row) => (
        <span className="block truncate">
          <bdi>{about(row) || "—"}</bdi>
        </span>
      ),
    },
    {
      key: "debit",
      header: amounts("debit"),
      align: "end",
      showFrom: "sm",
      cell: (row) => <Side line={row} side="debit" currency={currency} />,
    },
    {
      key: "credit",
      header: amounts("credit"),
      align: "end",
      showFrom: "sm",
      cell: (row) => <Side line={row} side="credit" currency={currency} />,
    },
    {
      key: "change",
      header: amounts("change"),
      align: "end",
      className: "sm:hidden",
      cell: (row) => formatMoney(row.baseMinor, currency, locale),
    },
    {
      key: "balance",
      header: amounts("balance"),
      align: "end",
      className: "max-sm:text-xs max-sm:text-muted-foreground",
      cell: (row) => formatMoney(row.balanceMinor, currency, locale),
    },
  ];
  return (
    <DataTable
      caption={title}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => entryHref(row.entryId)}
      rowSummary={(row) => (
        <>
          {formatDate(row.postedOn, locale)}
          {about(row) && (
            <>
              {" · "}
              <bdi>{about(row)}</bdi>
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
