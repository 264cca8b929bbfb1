import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";

/** One figure with its name; `href` leads to the list behind the figure. */
export function StatCard({
  label,
  value,
  detail,
  href,
  className,
}: {
  label: ReactNode;
  value: ReactNode;
  detail?: ReactNode;
  href?: string;
  className?: string;
}) {
  return (
    <div
      className={cn(
        "relative min-w-0 rounded-lg border border-border bg-card px-4 py-3.5 shadow-raised transition-colors",
        href && "hover:border-input",
        className,
      )}
    >
      <p className="text-sm text-muted-foreground">
        {href ? (
          <Link href={href} className="rounded-sm after:absolute after:inset-0 after:rounded-lg">
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <p className="mt-1 truncate text-2xl font-semibold tracking-tight tabular-nums">{value}</p>
      {detail && <div className="mt-1 text-xs text-muted-foreground">{detail}</div>}
    </div>
  );
}
