"use client";

import { useTranslations } from "next-intl";
import { Progress as Primitive } from "radix-ui";
import { cn } from "./cn";

/** How far long work has come, from 0 to 100; null when nobody can say. */
export function Progress({
  value,
  label,
  className,
}: {
  value: number | null;
  label?: string;
  className?: string;
}) {
  const t = useTranslations("ui");
  return (
    <Primitive.Root
      value={value}
      aria-label={label ?? t("progress")}
      className={cn("h-1.5 w-full overflow-hidden rounded-full bg-muted", className)}
    >
      <Primitive.Indicator
        className={cn(
          "h-full rounded-full bg-primary transition-[width] duration-300",
          value === null && "w-2/5 animate-indeterminate",
        )}
        style={value === null ? undefined : { width: `${value}%` }}
      />
    </Primitive.Root>
  );
}
