import { Scale } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { Period } from "@/lib/core/period";
import type { TrialBalanceRow, TrialBalanceTotals } from "@/lib/core/trial-balance";
import { formatMoney } from "@/lib/i18n/format";
import { ledgerHref } from "./addresses";
import { Amount } from "./amount";

type Row = (TrialBalanceTotals & { account: TrialBalanceRow }) | (TrialBalanceTotals & { account: null });

/** Every account with what it moved, and the totals as the last row. Amounts in minor units of `currency`. */
export function TrialBalanceTable({
  rows,
  totals,
  currency,
  period,
}: {
  rows: readonly TrialBalanceRow[];
  totals: TrialBalanceTotals;
  currency: string;
  period: Period;
}) {
  const t = useTranslations("reports.trialBalance");
  const amounts = useTranslations("reports.amounts");
  const kinds = useTranslations("reports.kind");
  const locale = useLocale();
  const all: Row[] = rows.map((account) => ({ ...account, account }));
  if (rows.length > 0) all.push({ ...totals, account: null });
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const figure = (
    key: "opening" | "debit" | "credit" | "closing",
    showFrom?: Column<Row>["showFrom"],
  ): Column<Row> => ({
    key,
    header: amounts(key),
    align: "end",
    ...(showFrom ? { showFrom } : {}),
    cell: (row) => {
      const minor = row[`${key}Minor`];
      // A total says that it is zero, where a dash would say that there is nothing to add.
      if (!row.account) return <span className="font-semibold">{money(minor)}</span>;
      return <Amount minor={minor} currency={currency} />;
    },
  });
  const columns: Column<Row>[] = [
    {
      key: "account",
      header: t("account"),
      cell: ({ account }) =>
        account ? (
          <>
            <Link
              href={ledgerHref(account.code, period)}
              className="rounded-sm font-medium hover:text-link hover:underline"
            >
              {account.name}
            </Link>
            {account.foreign.length > 0 && (
              <span className="block text-xs text-muted-foreground tabular-nums">
                {t("inForeign", {
                  amounts: account.foreign
                    .map((part) => formatMoney(part.amountMinor, part.currency, locale))
                    .join(", "),
                })}
              </span>
            )}
          </>
        ) : (
          <span className="font-semibold">{amounts("total")}</span>
        ),
    },
    {
      key: "kind",
      header: t("kind"),
      showFrom: "lg",
      className: "text-muted-foreground",
      cell: ({ account }) => account && kinds(account.kind),
    },
    figure("opening", "md"),
    figure("debit", "sm"),
    figure("credit", "sm"),
    figure("closing"),
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={all}
      rowKey={(row) => row.account?.code ?? "total"}
      rowSummary={(row) => t("sides", { debit: money(row.debitMinor), credit: money(row.creditMinor) })}
      empty={
        <EmptyState icon={Scale} title={t("emptyTitle")}>
          {t("empty")}
        </EmptyState>
      }
    />
  );
}
