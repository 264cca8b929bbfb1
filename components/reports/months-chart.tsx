import { useLocale, useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { Chart } from "@/components/ui/chart";
import { ChartLegend } from "@/components/ui/chart-legend";
import { toMajor } from "@/lib/core/money";
import { formatMoney } from "@/lib/i18n/format";
import type { MonthlyFigures } from "@/lib/ledger/charts";

/** Revenue and money received in each of the last months. Amounts in minor units of `currency`. */
export function MonthsChart({ months, currency }: MonthlyFigures) {
  const t = useTranslations("reports.months");
  const locale = useLocale();
  // Twelve months in a row name a month once.
  const names = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  const series = [
    { key: "revenue", label: t("revenue") },
    { key: "cash", label: t("cash") },
  ];
  // A bar's height is a picture; the figure beside it is exact.
  const bar = (minor: bigint) => ({
    height: Number(toMajor(minor, currency)),
    text: formatMoney(minor, currency, locale),
  });
  return (
    <Card>
      <CardHeader
        title={t("title")}
        description={t("description", { currency })}
        actions={<ChartLegend series={series} />}
        className="max-sm:flex-col max-sm:gap-2"
      />
      <CardContent>
        <Chart
          title={t("title")}
          series={series}
          height={240}
          points={months.map(({ month, revenueMinor, cashMinor }) => ({
            label: names.format(new Date(`${month}T00:00:00Z`)),
            values: { revenue: bar(revenueMinor), cash: bar(cashMinor) },
          }))}
        />
      </CardContent>
    </Card>
  );
}
