import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { type Column, hiddenBelow } from "./data-table-column";

export type { Column } from "./data-table-column";

export type DataTableProps<Row> = {
  /** What the table lists; read to screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Makes the whole row lead there. The first column holds the real link. */
  rowHref?: (row: Row) => string;
  /** Second line of the first cell on phones, for what the hidden columns would say. */
  rowSummary?: (row: Row) => ReactNode;
  /** Stands in the table's place when there are no rows: an `EmptyState`. */
  empty?: ReactNode;
  /** Below the rows: a `Pagination`, a sum. */
  footer?: ReactNode;
  className?: string;
};

const rowLook =
  "relative max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:content-center max-sm:gap-x-3 max-sm:border-b max-sm:border-border max-sm:px-4 max-sm:py-2.5 max-sm:last:border-b-0";
const cellLook =
  "align-middle max-sm:order-2 max-sm:justify-self-stretch max-sm:text-right max-sm:first:text-left sm:h-11 sm:border-b sm:border-border sm:px-3 sm:py-2 sm:first:pl-4 sm:last:pr-4";

/**
 * A list as a table: dense, header in view while scrolling, figures right-aligned. On phones each row is a small
 * card: the first column at the left, the figures and then the rest at the right. Buttons inside a row that has
 * a link need `relative z-10`.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowHref, rowSummary, empty, footer, className } = props;
  const frame = cn("rounded-lg border border-border bg-card shadow-raised overflow-clip", className);
  if (rows.length === 0 && empty) return <div className={frame}>{empty}</div>;

  return (
    <div className={frame}>
      <table className="block w-full border-separate border-spacing-0 text-sm sm:table">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-sm:sr-only sm:sticky top-(--sticky-top,0px) z-20">
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cn(
                  "h-9 border-b border-border bg-card px-3 text-left text-xs font-medium whitespace-nowrap text-muted-foreground first:pl-4 last:pr-4",
                  column.align === "end" && "text-right",
                  hiddenBelow(column.showFrom),
                  column.className,
                )}
              >
                {column.hideHeader ? <span className="sr-only">{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block sm:table-row-group sm:[&>tr:last-child>td]:border-b-0">
          {rows.map((row) => {
            const href = rowHref?.(row);
            return (
              <tr
                key={rowKey(row)}
                className={cn(rowLook, href && "hover:bg-accent/60 has-[a:focus-visible]:bg-accent/60")}
              >
                {columns.map((column, index) => (
                  <td
                    key={column.key}
                    className={cn(
                      cellLook,
                      column.align === "end" && "text-right whitespace-nowrap tabular-nums max-sm:order-1",
                      index === 0
                        ? "max-sm:order-0 max-sm:col-start-1 max-sm:row-span-4 max-sm:row-start-1"
                        : "max-sm:col-start-2",
                      hiddenBelow(column.showFrom),
                      column.className,
                    )}
                  >
                    {index === 0 && href ? (
                      <Link
                        href={href}
                        className="block truncate font-medium text-foreground after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
                      >
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                    {index === 0 && rowSummary && (
                      <span className="block truncate text-xs text-muted-foreground sm:hidden">
                        {rowSummary(row)}
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {footer}
    </div>
  );
}
