import { useLocale, useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { Chart } from "@/components/ui/chart";
import { ChartLegend } from "@/components/ui/chart-legend";
import { toMajor } from "@/lib/core/money";
import { formatMoney } from "@/lib/i18n/format";

export type Month = { month: string; invoicedMinor: bigint; receivedMinor: bigint };

/** What was invoiced and what came in, per month. Amounts in minor units of `currency`. */
export function MonthChart({ months, currency }: { months: readonly Month[]; currency: string }) {
  const t = useTranslations("overview.chart");
  const locale = useLocale();
  const names = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  const series = [
    { key: "invoiced", label: t("invoiced") },
    { key: "received", label: t("received") },
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
          points={months.map((month) => ({
            label: names.format(new Date(`${month.month}T00:00:00Z`)),
            values: { invoiced: bar(month.invoicedMinor), received: bar(month.receivedMinor) },
          }))}
        />
      </CardContent>
    </Card>
  );
}
