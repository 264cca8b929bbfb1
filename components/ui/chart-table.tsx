import { useTranslations } from "next-intl";
import type { ChartPoint, ChartSeries } from "./chart-types";

/** The same figures as a table, for those who can't see the chart. */
export function ChartTable({
  title,
  series,
  points,
}: {
  title: string;
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
}) {
  const t = useTranslations("ui.chart");
  return (
    <div className="sr-only">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("period")}</th>
            {series.map((one) => (
              <th key={one.key} scope="col">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.label}>
              <th scope="row">{point.label}</th>
              {series.map((one) => (
                <td key={one.key}>{point.values[one.key]?.text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
