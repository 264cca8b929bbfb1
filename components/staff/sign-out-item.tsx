"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { countCopies, dropCopies } from "@/components/invoices/editor/unsaved-copies";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";

/** The last entry of the account's menu. Asks first when this browser keeps work that was never saved: it goes as well. */
export function SignOutItem({ action }: { action: () => Promise<void> }) {
  const t = useTranslations("staff");
  const [pending, startTransition] = useTransition();
  const [unsaved] = useState(countCopies);
  const leave = async () => {
    dropCopies();
    await action();
  };
  const item = (onSelect: (event: Event) => void) => (
    <DropdownMenuItem disabled={pending} onSelect={onSelect}>
      <LogOut aria-hidden />
      {t("signOut")}
    </DropdownMenuItem>
  );
  if (unsaved === 0) return item(() => startTransition(action));
  return (
    <ConfirmDialog
      trigger={item((event) => event.preventDefault())}
      title={t("unsaved.title", { count: unsaved })}
      description={t("unsaved.text")}
      confirmLabel={t("unsaved.leave")}
      onConfirm={leave}
    />
  );
}
