"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";

/** The last entry of the account's menu. */
export function SignOutItem({ action }: { action: () => Promise<void> }) {
  const t = useTranslations("staff");
  const [pending, startTransition] = useTransition();
  return (
    <DropdownMenuItem disabled={pending} onSelect={() => startTransition(action)}>
      <LogOut aria-hidden />
      {t("signOut")}
    </DropdownMenuItem>
  );
}
