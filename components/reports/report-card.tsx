import { ChevronRight, type LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** A report by its name and what it shows; the whole card leads there. */
export function ReportCard({
  href,
  icon: Icon,
  title,
  children,
}: {
  href: string;
  icon: LucideIcon;
  title: string;
  children: ReactNode;
}) {
  return (
    <div className="relative flex min-w-0 items-start gap-3 rounded-lg border border-border bg-card px-4 py-3.5 shadow-raised transition-colors hover:border-input">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
      <div className="min-w-0 flex-1">
        <h2 className="text-base font-semibold">
          <Link href={href} className="rounded-sm after:absolute after:inset-0 after:rounded-lg">
            {title}
          </Link>
        </h2>
        <p className="mt-0.5 text-sm text-pretty text-muted-foreground">{children}</p>
      </div>
      <ChevronRight aria-hidden className="mt-1 size-4 shrink-0 text-muted-foreground" />
    </div>
  );
}
