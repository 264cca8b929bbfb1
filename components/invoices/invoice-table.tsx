import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { DocumentKind, InvoiceStatus } from "@/lib/core/status";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import { DueDate } from "./due-date";
import { StatusBadge } from "./status-badge";

export type InvoiceRow = {
  id: string;
  number: string | null;
  clientName: string | null;
  currency: string;
  issueDate: string | null;
  dueDate: string | null;
  totalMinor: bigint;
  balanceMinor: bigint;
  status: InvoiceStatus;
};

/** Columns by what they mean for a kind of document: a quote owes nothing, of a credit note something may be left. */
const HEADERS = {
  invoice: { due: "dueDate", balance: "balance" },
  credit_note: { due: null, balance: "left" },
  quote: { due: "validUntil", balance: null },
} as const;

/** Documents of a kind as rows that lead to each; on phones as small cards. `today` is the organization's ISO date. */
export function InvoiceTable({
  kind = "invoice",
  rows,
  today,
  showClient = true,
  empty,
  footer,
}: {
  kind?: DocumentKind;
  rows: readonly InvoiceRow[];
  today: string;
  showClient?: boolean;
  empty?: ReactNode;
  footer?: ReactNode;
}) {
  const t = useTranslations("invoices");
  const locale = useLocale();
  const headers = HEADERS[kind];
  const client = (row: InvoiceRow) =>
    row.clientName ? (
      <bdi>{row.clientName}</bdi>
    ) : (
      <span className="text-muted-foreground">{t("noClient")}</span>
    );
  const columns: Column<InvoiceRow>[] = [
    {
      key: "number",
      header: t("list.number"),
      className: "sm:w-36 lg:w-40",
      cell: (row) => row.number ?? <span className="text-muted-foreground">{t("draft")}</span>,
    },
    {
      key: "client",
      header: t("list.client"),
      showFrom: "sm",
      className: "max-w-0 sm:w-[38%]",
      cell: (row) => <span className="block truncate">{client(row)}</span>,
    },
    { key: "status", header: t("list.status"), cell: (row) => <StatusBadge status={row.status} /> },
    {
      key: "issued",
      header: t("list.issueDate"),
      showFrom: "lg",
      className: "whitespace-nowrap tabular-nums",
      cell: (row) => (row.issueDate ? formatDate(row.issueDate, locale) : "—"),
    },
    {
      key: "due",
      header: t(`list.${headers.due ?? "dueDate"}`),
      showFrom: "md",
      className: "whitespace-nowrap tabular-nums",
      cell: (row) => <DueDate dueDate={row.dueDate} status={row.status} today={today} />,
    },
    {
      key: "amount",
      header: t("list.amount"),
      align: "end",
      cell: (row) => formatMoney(row.totalMinor, row.currency, locale),
    },
    {
      key: "balance",
      header: t(`list.${headers.balance ?? "balance"}`),
      align: "end",
      showFrom: "lg",
      cell: (row) =>
        row.balanceMinor === 0n ? (
          <span className="text-muted-foreground">—</span>
        ) : (
          formatMoney(row.balanceMinor, row.currency, locale)
        ),
    },
  ];
  const hidden = [
    ...(showClient ? [] : ["client"]),
    ...(headers.due ? [] : ["due"]),
    ...(headers.balance ? [] : ["balance"]),
  ];
  return (
    <DataTable
      caption={t(`list.caption.${kind}`)}
      columns={columns.filter(({ key }) => !hidden.includes(key))}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/invoices/${row.id}`}
      rowSummary={(row) => (
        <>
          {showClient && client(row)}
          {showClient && headers.due && row.dueDate && " · "}
          {headers.due &&
            row.dueDate &&
            t(`list.due.${headers.due}`, { date: formatDate(row.dueDate, locale) })}
        </>
      )}
      empty={empty}
      footer={footer}
    />
  );
}
