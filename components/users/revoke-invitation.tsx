"use client";

import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { Action } from "./types";

/** The button that takes an invitation back, after asking. */
export function RevokeInvitation({ id, email, action }: { id: string; email: string; action: Action }) {
  const t = useTranslations("users.revoke");
  const { run } = useAction(action, () => toast.success(t("done", { email })));
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={t("label", { email })}>
          {t("action")}
        </Button>
      }
      title={t("title", { email })}
      description={t("description")}
      confirmLabel={t("action")}
      onConfirm={() => run({ id })}
    />
  );
}
