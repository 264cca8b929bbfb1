export type ChartSeries = {
  key: string;
  label: string;
  /** A CSS colour; by default the chart tokens in turn. */
  color?: string;
};

export type ChartPoint = {
  /** The period, unique among the points. */
  label: string;
  /** Per series key: how high it is drawn, and the exact figure in words. */
  values: Record<string, { height: number; text: string }>;
};

/** Rows as the drawing library wants them: the label and one height per series. */
export function flatten(points: readonly ChartPoint[]): Record<string, string | number>[] {
  return points.map((point) => ({
    ...Object.fromEntries(Object.entries(point.values).map(([key, value]) => [key, value.height])),
    label: point.label,
  }));
}

/** The colour a series is drawn with. */
export function seriesColor(series: ChartSeries, index: number): string {
  return series.color ?? `var(--chart-${(index % 4) + 1})`;
}
