import { type ChartPoint, type ChartSeries, seriesColor } from "./chart-types";

/** The exact figures of one period, beside the pointer. */
export function ChartTooltip({
  series,
  point,
}: {
  series: readonly ChartSeries[];
  point: ChartPoint | undefined;
}) {
  if (!point) return null;
  return (
    <div className="rounded-lg border border-border bg-popover px-3 py-2 text-xs text-foreground shadow-pop">
      <p className="mb-1 font-medium">{point.label}</p>
      {series.map((one, index) => (
        <p key={one.key} className="flex items-center gap-2 py-0.5">
          <span className="size-2 rounded-[2px]" style={{ background: seriesColor(one, index) }} />
          <span className="text-muted-foreground">{one.label}</span>
          <span className="ml-auto pl-4 font-medium tabular-nums">{point.values[one.key]?.text}</span>
        </p>
      ))}
    </div>
  );
}
