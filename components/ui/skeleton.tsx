import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** The place of something that is still on its way. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      aria-hidden
      className={cn("animate-shimmer rounded-md bg-muted dark:bg-accent", className)}
      {...props}
    />
  );
}

/** Wraps skeletons, and says to screen readers that the content is loading. */
export function Loading({ children, className }: { children: ReactNode; className?: string }) {
  const t = useTranslations("ui");
  return (
    <div role="status" className={className}>
      <span className="sr-only">{t("loading")}</span>
      {children}
    </div>
  );
}

export function PageHeaderSkeleton() {
  return (
    <div className="mb-5 flex items-end justify-between">
      <Skeleton className="h-7 w-44" />
      <Skeleton className="h-8 w-28" />
    </div>
  );
}

export function TableSkeleton({ rows = 8 }: { rows?: number }) {
  const keys = Array.from({ length: rows }, (_, index) => `row-${index}`);
  return (
    <div className="rounded-lg border border-border bg-card shadow-raised">
      <div className="h-9 border-b border-border" />
      {keys.map((key) => (
        <div
          key={key}
          className="flex h-11 items-center gap-4 border-b border-border px-4 last:border-b-0 *:h-3.5"
        >
          <Skeleton className="w-24" />
          <Skeleton className="w-40 max-sm:hidden" />
          <Skeleton className="ml-auto w-16" />
          <Skeleton className="w-20 max-sm:hidden" />
        </div>
      ))}
    </div>
  );
}

export function StatCardsSkeleton({ count = 3 }: { count?: number }) {
  const keys = Array.from({ length: count }, (_, index) => `card-${index}`);
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      {keys.map((key) => (
        <div key={key} className="rounded-lg border border-border bg-card px-4 py-3.5 shadow-raised">
          <Skeleton className="h-4 w-24" />
          <Skeleton className="mt-2 h-7 w-36" />
          <Skeleton className="mt-2 h-3 w-20" />
        </div>
      ))}
    </div>
  );
}
