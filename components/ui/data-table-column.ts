import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** "end" for amounts, counts and dates that are compared: right-aligned, tabular figures. */
  align?: "start" | "end";
  /** Narrowest screen that still shows the column; absent means always. */
  showFrom?: "sm" | "md" | "lg" | "xl";
  /** The header is for screen readers only, as over a column of menus. */
  hideHeader?: boolean;
  className?: string;
};

const classes = {
  sm: "hidden sm:table-cell",
  md: "hidden md:table-cell",
  lg: "hidden lg:table-cell",
  xl: "hidden xl:table-cell",
};

/** Classes that hide a cell on screens narrower than `from`. */
export function hiddenBelow(from: Column<unknown>["showFrom"]): string | undefined {
  return from && classes[from];
}
