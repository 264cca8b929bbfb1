import type { ReactNode } from "react";

export type NavItem = {
  href: string;
  label: string;
  /** A lucide icon as an element, so that server components can pass it. */
  icon: ReactNode;
  /** A small count at the right. */
  badge?: ReactNode;
  /** Marked as current only on exactly this path; for a start page whose path begins every other. */
  exact?: boolean;
};

export type NavGroup = { label?: string; items: readonly NavItem[] };

/** Whether `path` is the item's page or one below it. */
export function isCurrent(item: Pick<NavItem, "href" | "exact">, path: string): boolean {
  return path === item.href || (!item.exact && path.startsWith(`${item.href}/`));
}
