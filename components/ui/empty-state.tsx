import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

/** What stands where there is nothing yet: why, and the next step. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
  heading: Heading = "h2",
  className,
}: {
  icon: LucideIcon;
  title: ReactNode;
  /** A sentence on what will be here. */
  children?: ReactNode;
  /** The next step: a button or link. */
  action?: ReactNode;
  /** `h1` where it is the whole page. */
  heading?: "h1" | "h2";
  className?: string;
}) {
  return (
    <div className={cn("flex flex-col items-center px-6 py-14 text-center", className)}>
      <span className="mb-4 flex size-10 items-center justify-center rounded-lg border border-border bg-card text-muted-foreground shadow-raised">
        <Icon aria-hidden className="size-5" strokeWidth={1.75} />
      </span>
      <Heading className="text-base font-semibold">{title}</Heading>
      {children && <p className="mt-1 max-w-sm text-sm text-pretty text-muted-foreground">{children}</p>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
