"use client";

import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { Action, Factor } from "./types";

/** The button that takes a factor away, after asking. */
export function RemoveFactor({ factor: { id, name }, action }: { factor: Factor; action: Action }) {
  const t = useTranslations("factors.remove");
  const { run } = useAction(action, () => toast.success(t("done", { name })));
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={t("label", { name })}>
          {t("action")}
        </Button>
      }
      title={t("title", { name })}
      description={t("description")}
      confirmLabel={t("action")}
      onConfirm={() => run({ id })}
    />
  );
}
