"use client";

import { usePathname } from "next/navigation";
import { LinkTabs } from "@/components/ui/link-tabs";

/** The parts of the settings, the one that is open marked. */
export function SettingsTabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { href: string; label: string }[];
}) {
  const path = usePathname();
  // What lies below a part belongs to it; the first part's address is where all of them begin.
  const current = tabs.findLast(({ href }) => path === href || path.startsWith(`${href}/`))?.href;
  return <LinkTabs label={label} tabs={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />;
}
