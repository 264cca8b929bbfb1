import { type ChartSeries, seriesColor } from "./chart-types";

/** Which colour is which. */
export function ChartLegend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted-foreground">
      {series.map((one, index) => (
        <li key={one.key} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className="size-2 rounded-[2px]"
            style={{ background: seriesColor(one, index) }}
          />
          {one.label}
        </li>
      ))}
    </ul>
  );
}
