"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { Action } from "./types";

/** The button that deletes a role which nobody holds, after asking. */
export function DeleteRole({ id, name, action }: { id: string; name: string; action: Action }) {
  const t = useTranslations("users.roles");
  const router = useRouter();
  const { run } = useAction(action, () => {
    toast.success(t("deleted", { name }));
    router.push("/settings/users");
  });
  return (
    <ConfirmDialog
      trigger={
        <Button>
          <Trash2 aria-hidden />
          {t("delete")}
        </Button>
      }
      title={t("deleteTitle", { name })}
      description={t("deleteText")}
      confirmLabel={t("delete")}
      onConfirm={() => run({ id })}
    />
  );
}
