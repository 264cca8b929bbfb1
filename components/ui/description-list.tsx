import type { ReactNode } from "react";
import { cn } from "./cn";

/** Facts as pairs of name and value, side by side where there is room. */
export function DescriptionList({
  items,
  className,
}: {
  items: readonly { label: string; value: ReactNode }[];
  className?: string;
}) {
  return (
    <dl className={cn("grid gap-y-2 text-sm sm:grid-cols-[minmax(7rem,auto)_1fr] sm:gap-x-6", className)}>
      {items.map((item) => (
        <div key={item.label} className="min-w-0 sm:contents">
          <dt className="text-muted-foreground">{item.label}</dt>
          <dd className="min-w-0 break-words tabular-nums">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
