import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { PaymentSummary } from "@/lib/payments/queries";
import { PaymentBadge } from "./payment-badge";

/** Payments as rows that lead to each; on phones as small cards. */
export function PaymentTable({
  rows,
  empty,
  footer,
}: {
  rows: readonly PaymentSummary[];
  empty: ReactNode;
  footer: ReactNode;
}) {
  const t = useTranslations("payments");
  const locale = useLocale();
  const none = <span className="text-muted-foreground">—</span>;
  const columns: Column<PaymentSummary>[] = [
    {
      key: "date",
      header: t("list.date"),
      className: "whitespace-nowrap tabular-nums",
      cell: (row) => formatDate(row.receivedOn, locale),
    },
    {
      key: "client",
      header: t("list.client"),
      showFrom: "sm",
      className: "max-w-0 sm:w-[26%]",
      cell: (row) => <bdi className="block truncate">{row.clientName}</bdi>,
    },
    {
      key: "invoices",
      header: t("list.invoices"),
      showFrom: "md",
      className: "max-w-0 sm:w-[18%]",
      cell: (row) => <span className="block truncate">{row.numbers ?? none}</span>,
    },
    {
      key: "method",
      header: t("list.method"),
      showFrom: "lg",
      className: "whitespace-nowrap",
      cell: (row) => t(`methods.${row.method}`),
    },
    {
      key: "reference",
      header: t("list.reference"),
      showFrom: "xl",
      className: "max-w-0 sm:w-[16%]",
      cell: (row) => (row.reference ? <bdi className="block truncate">{row.reference}</bdi> : none),
    },
    { key: "state", header: t("list.state"), cell: (row) => <PaymentBadge use={row.use} /> },
    {
      key: "amount",
      header: t("list.amount"),
      align: "end",
      cell: (row) => formatMoney(row.amountMinor, row.currency, locale),
    },
    {
      key: "left",
      header: t("list.left"),
      align: "end",
      showFrom: "lg",
      cell: (row) => (row.leftMinor === 0n ? none : formatMoney(row.leftMinor, row.currency, locale)),
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/payments/${row.id}`}
      rowSummary={(row) => (
        <>
          <bdi>{row.clientName}</bdi> · {row.numbers ?? t(`methods.${row.method}`)}
        </>
      )}
      empty={empty}
      footer={footer}
    />
  );
}
