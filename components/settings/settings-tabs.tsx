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
  return <LinkTabs label={label} tabs={tabs.map((tab) => ({ ...tab, current: path === tab.href }))} />;
}
