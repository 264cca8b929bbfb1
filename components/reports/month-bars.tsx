import { useLocale } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { Chart } from "@/components/ui/chart";
import { ChartLegend } from "@/components/ui/chart-legend";
import { toMajor } from "@/lib/core/money";
import { formatMoney } from "@/lib/i18n/format";

/** Amounts per month as bars. `month` is an ISO date in it, amounts are minor units of `currency`. */
export function MonthBars({
  title,
  description,
  series,
  months,
  currency,
}: {
  title: string;
  description: string;
  series: readonly { key: string; label: string }[];
  months: readonly { month: string; amounts: Record<string, bigint> }[];
  currency: string;
}) {
  const locale = useLocale();
  const names = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  // A bar's height is a picture; the figure beside it is exact.
  const bar = (minor: bigint) => ({
    height: Number(toMajor(minor, currency)),
    text: formatMoney(minor, currency, locale),
  });
  return (
    <Card>
      <CardHeader
        title={title}
        description={description}
        actions={<ChartLegend series={series} />}
        className="max-sm:flex-col max-sm:gap-2"
      />
      <CardContent>
        <Chart
          title={title}
          series={series}
          height={240}
          points={months.map(({ month, amounts }) => ({
            label: names.format(new Date(`${month}T00:00:00Z`)),
            values: Object.fromEntries(Object.entries(amounts).map(([key, minor]) => [key, bar(minor)])),
          }))}
        />
      </CardContent>
    </Card>
  );
}
