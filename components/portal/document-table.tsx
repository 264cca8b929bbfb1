import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DueDate } from "@/components/invoices/due-date";
import type { InvoiceRow } from "@/components/invoices/invoice-table";
import { statusTones } from "@/components/invoices/status-badge";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { DocumentKind } from "@/lib/core/status";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import { statusWord } from "./status-word";

/** A client's documents of one kind, in the client's words. `today` is the organization's ISO date. */
export function DocumentTable({
  kind,
  rows,
  today,
  empty,
  footer,
}: {
  kind: DocumentKind;
  rows: readonly InvoiceRow[];
  today: string;
  empty: ReactNode;
  footer?: ReactNode;
}) {
  const t = useTranslations("portal");
  const locale = useLocale();
  const date = (iso: string | null) => (iso ? formatDate(iso, locale) : "—");
  const columns: Column<InvoiceRow>[] = [
    { key: "number", header: t("list.number"), className: "sm:w-40", cell: (row) => row.number },
    {
      key: "status",
      header: t("list.status"),
      cell: (row) => (
        <Badge tone={statusTones[row.status]} dot>
          {t(`status.${statusWord(kind, row.status)}`)}
        </Badge>
      ),
    },
    {
      key: "issued",
      header: t("list.issued"),
      showFrom: "md",
      className: "whitespace-nowrap tabular-nums",
      cell: (row) => date(row.issueDate),
    },
    {
      key: "due",
      header: kind === "quote" ? t("list.validUntil") : t("list.due"),
      showFrom: "sm",
      className: "whitespace-nowrap tabular-nums",
      cell: (row) =>
        kind === "quote" ? (
          date(row.dueDate)
        ) : (
          <DueDate dueDate={row.dueDate} status={row.status} today={today} />
        ),
    },
    {
      key: "amount",
      header: t("list.amount"),
      align: "end",
      cell: (row) => formatMoney(row.totalMinor, row.currency, locale),
    },
    {
      key: "balance",
      header: kind === "credit_note" ? t("list.left") : t("list.toPay"),
      align: "end",
      showFrom: "md",
      cell: (row) =>
        row.balanceMinor === 0n ? (
          <span className="text-muted-foreground">—</span>
        ) : (
          formatMoney(row.balanceMinor, row.currency, locale)
        ),
    },
  ];
  // A credit note is not due, and a quote asks for no money.
  const without = { invoice: null, credit_note: "due", quote: "balance" }[kind];
  return (
    <DataTable
      caption={t(`title.${kind}`)}
      columns={columns.filter(({ key }) => key !== without)}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/portal/invoices/${row.id}`}
      rowSummary={(row) => date(row.issueDate)}
      empty={empty}
      footer={footer}
    />
  );
}
