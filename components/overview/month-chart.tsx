import { useTranslations } from "next-intl";
import { MonthBars } from "@/components/reports/month-bars";

export type Month = { month: string; invoicedMinor: bigint; receivedMinor: bigint };

/** What was invoiced and what came in, per month. Amounts in minor units of `currency`. */
export function MonthChart({ months, currency }: { months: readonly Month[]; currency: string }) {
  const t = useTranslations("overview.chart");
  return (
    <MonthBars
      title={t("title")}
      description={t("description", { currency })}
      currency={currency}
      series={[
        { key: "invoiced", label: t("invoiced") },
        { key: "received", label: t("received") },
      ]}
      months={months.map(({ month, invoicedMinor, receivedMinor }) => ({
        month,
        amounts: { invoiced: invoicedMinor, received: receivedMinor },
      }))}
    />
  );
}
