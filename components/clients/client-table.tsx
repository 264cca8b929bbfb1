import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { countryName } from "@/lib/documents/parts";
import { formatMoney } from "@/lib/i18n/format";

export type ClientRow = {
  id: string;
  name: string;
  city: string | null;
  country: string | null;
  currency: string;
  email: string | null;
  owedMinor: bigint;
};

/** Clients as rows that lead to each, with what each owes in its own currency (minor units). */
export function ClientTable({
  rows,
  empty,
  footer,
}: {
  rows: readonly ClientRow[];
  empty: ReactNode;
  footer?: ReactNode;
}) {
  const t = useTranslations("clients");
  const locale = useLocale();
  const place = (row: ClientRow) =>
    [row.city, row.country && countryName(row.country, locale)].filter(Boolean).join(", ");
  const columns: Column<ClientRow>[] = [
    {
      key: "name",
      header: t("list.name"),
      className: "sm:max-w-0 sm:w-[36%]",
      cell: (row) => <bdi>{row.name}</bdi>,
    },
    {
      key: "email",
      header: t("list.email"),
      showFrom: "md",
      className: "max-w-0 sm:w-[28%]",
      cell: (row) => <span className="block truncate text-muted-foreground">{row.email ?? "—"}</span>,
    },
    {
      key: "place",
      header: t("list.place"),
      showFrom: "sm",
      className: "max-w-0 sm:w-[20%]",
      cell: (row) => <span className="block truncate">{place(row) || "—"}</span>,
    },
    {
      key: "owed",
      header: t("list.owed"),
      align: "end",
      cell: (row) =>
        row.owedMinor === 0n ? (
          <span className="text-muted-foreground">—</span>
        ) : (
          formatMoney(row.owedMinor, row.currency, locale)
        ),
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/clients/${row.id}`}
      rowSummary={(row) => row.email ?? place(row)}
      empty={empty}
      footer={footer}
    />
  );
}
