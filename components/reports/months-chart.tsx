import { useTranslations } from "next-intl";
import type { MonthlyFigures } from "@/lib/ledger/charts";
import { MonthBars } from "./month-bars";

/** Revenue and money received in each of the last months. Amounts in minor units of `currency`. */
export function MonthsChart({ months, currency }: MonthlyFigures) {
  const t = useTranslations("reports.months");
  return (
    <MonthBars
      title={t("title")}
      description={t("description", { currency })}
      currency={currency}
      series={[
        { key: "revenue", label: t("revenue") },
        { key: "cash", label: t("cash") },
      ]}
      months={months.map(({ month, revenueMinor, cashMinor }) => ({
        month,
        amounts: { revenue: revenueMinor, cash: cashMinor },
      }))}
    />
  );
}
