"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { isCurrent, type NavGroup } from "./nav";

/** The main navigation, in the sidebar and in the phone's menu. */
export function SidebarNav({
  groups,
  onNavigate,
}: {
  groups: readonly NavGroup[];
  onNavigate?: (() => void) | undefined;
}) {
  const t = useTranslations("shell");
  const path = usePathname();
  return (
    <nav aria-label={t("navigation")} className="flex flex-col gap-5">
      {groups.map((group) => (
        <div key={group.label ?? group.items[0]?.href}>
          {group.label && (
            <p className="mb-1 px-2 text-xs font-medium text-muted-foreground">{group.label}</p>
          )}
          <ul className="flex flex-col gap-px">
            {group.items.map((item) => {
              const current = isCurrent(item, path);
              return (
                <li key={item.href}>
                  <Link
                    href={item.href}
                    aria-current={current ? "page" : undefined}
                    onClick={onNavigate}
                    className={cn(
                      "flex h-8 items-center gap-2.5 rounded-md px-2 text-sm font-medium text-muted-foreground transition-colors duration-100 hover:bg-accent hover:text-foreground touch:h-10 [&_svg]:size-4 [&_svg]:shrink-0",
                      current && "bg-accent text-foreground [&_svg]:text-link",
                    )}
                  >
                    {item.icon}
                    <span className="min-w-0 flex-1 truncate">{item.label}</span>
                    {item.badge !== undefined && (
                      <span className="text-xs text-muted-foreground tabular-nums">{item.badge}</span>
                    )}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
