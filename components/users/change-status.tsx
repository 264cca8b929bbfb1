"use client";

import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { Action, Member } from "./types";

/** The button that shuts a member out, after asking, or lets a deactivated one in again. */
export function ChangeStatus({ member, action }: { member: Member; action: Action }) {
  const t = useTranslations("users.changeStatus");
  const { userId, name, status } = member;
  const next = status === "active" ? "deactivated" : "active";
  const { run, pending } = useAction(action, () => toast.success(t(`${next}.done`, { name })));
  const change = () => run({ userId, status: next });
  const label = t(`${next}.label`, { name });
  if (next === "active")
    return (
      <Button size="sm" pending={pending} aria-label={label} onClick={change}>
        {t("active.action")}
      </Button>
    );
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={label}>
          {t("deactivated.action")}
        </Button>
      }
      title={t("deactivated.title", { name })}
      description={t("deactivated.description")}
      confirmLabel={t("deactivated.action")}
      onConfirm={change}
    />
  );
}
