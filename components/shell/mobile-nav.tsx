"use client";

import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import type { NavGroup } from "./nav";
import { SidebarNav } from "./sidebar-nav";

/** The button at the top left of a phone, and the navigation that it opens. */
export function MobileNav({
  heading,
  groups,
  footer,
}: {
  heading: ReactNode;
  groups: readonly NavGroup[];
  footer: ReactNode;
}) {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(false);
  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t("menu")}>
          <Menu aria-hidden />
        </Button>
      </SheetTrigger>
      <SheetContent side="left" title={t("menu")} hideTitle className="w-72">
        <div className="flex h-14 shrink-0 items-center px-4 pr-14">{heading}</div>
        <div className="flex-1 px-2 py-2">
          <SidebarNav groups={groups} onNavigate={() => setOpen(false)} />
        </div>
        <div className="border-t border-border p-2">{footer}</div>
      </SheetContent>
    </Sheet>
  );
}
