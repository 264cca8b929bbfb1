import Link from "next/link";
import { cn } from "./cn";

export type LinkTab = { href: string; label: string; count?: string | number | undefined; current: boolean };

/** Filters of a list as links, each with its count. The address holds the choice, so it can be kept and sent. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4 [scrollbar-width:none] sm:mx-0 sm:px-0">
      <ul className="flex min-w-max gap-1 border-b border-border">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              scroll={false}
              aria-current={tab.current ? "page" : undefined}
              className={cn(
                "-mb-px flex h-9 items-center gap-1.5 rounded-t-md border-b-2 border-transparent px-2.5 text-sm font-medium text-muted-foreground transition-colors hover:text-foreground focus-visible:-outline-offset-2 touch:h-11",
                tab.current && "border-primary text-foreground dark:border-link",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span
                  className={cn(
                    "rounded-full bg-muted px-1.5 text-xs text-muted-foreground tabular-nums",
                    tab.current && "bg-primary-soft text-link",
                  )}
                >
                  {tab.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
