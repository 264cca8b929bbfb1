"use client";

import { useTranslations } from "next-intl";
import {
  Area,
  AreaChart,
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { ChartTable } from "./chart-table";
import { ChartTooltip } from "./chart-tooltip";
import { type ChartPoint, type ChartSeries, flatten, seriesColor } from "./chart-types";

export type { ChartPoint, ChartSeries } from "./chart-types";

/**
 * Bars or areas over periods. What is drawn is a picture: the figures that people read, in the tooltip and in
 * the table for screen readers, are the texts that come with each point.
 */
export function Chart({
  title,
  kind = "bar",
  series,
  points,
  stacked = false,
  height = 220,
  formatAxis,
}: {
  /** Names the chart for screen readers. */
  title: string;
  kind?: "bar" | "area";
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
  stacked?: boolean;
  /** In pixels. */
  height?: number;
  /** Labels of the vertical axis; without it the axis is left out. Only from client components. */
  formatAxis?: (value: number) => string;
}) {
  const t = useTranslations("ui.chart");
  const Frame = kind === "bar" ? BarChart : AreaChart;
  const stack = stacked ? { stackId: "all" } : {};
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="sr-only">{t("summary", { title })}</figcaption>
      <div aria-hidden style={{ height }} className="text-xs">
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height }}>
          <Frame
            data={flatten(points)}
            margin={{ top: 8, right: 4, bottom: 0, left: 4 }}
            barCategoryGap="28%"
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--border)" />
            <XAxis
              dataKey="label"
              tickLine={false}
              axisLine={false}
              minTickGap={16}
              tickMargin={8}
              tick={{ fill: "var(--muted-foreground)", fontSize: 11 }}
            />
            <YAxis
              hide={!formatAxis}
              width={56}
              tickLine={false}
              axisLine={false}
              tickCount={4}
              tick={{ fill: "var(--muted-foreground)", fontSize: 11 }}
              {...(formatAxis ? { tickFormatter: formatAxis } : {})}
            />
            <Tooltip
              cursor={kind === "bar" ? { fill: "var(--accent)" } : { stroke: "var(--border)" }}
              isAnimationActive={false}
              content={({ active, label }) => (
                <ChartTooltip
                  series={series}
                  point={active ? points.find((point) => point.label === label) : undefined}
                />
              )}
            />
            {series.map((one, index) => {
              const color = seriesColor(one, index);
              return kind === "bar" ? (
                <Bar
                  key={one.key}
                  dataKey={one.key}
                  fill={color}
                  radius={!stacked || index === series.length - 1 ? [3, 3, 0, 0] : 0}
                  maxBarSize={36}
                  isAnimationActive={false}
                  {...stack}
                />
              ) : (
                <Area
                  key={one.key}
                  dataKey={one.key}
                  type="monotone"
                  stroke={color}
                  strokeWidth={2}
                  fill={color}
                  fillOpacity={0.12}
                  isAnimationActive={false}
                  {...stack}
                />
              );
            })}
          </Frame>
        </ResponsiveContainer>
      </div>
      <ChartTable title={title} series={series} points={points} />
    </figure>
  );
}
