"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { useCan } from "@/components/shell/granted";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { UnapplyAction } from "./types";

/** Takes a payment or a credit note back from an invoice. */
export function UnapplyButton({
  id,
  number,
  amount,
  unapply,
}: {
  /** The allocation's. */
  id: string;
  /** The invoice's. */
  number: string;
  /** As text. */
  amount: string;
  unapply: UnapplyAction;
}) {
  const t = useTranslations("payments.unapply");
  const can = useCan();
  const action = useAction(unapply, () => {
    toast.success(t("done", { amount }));
  });
  if (!can("payment.apply")) return null;
  return (
    <ConfirmDialog
      trigger={
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t("label", { amount, number })}
          title={t("action")}
        >
          <Undo2 aria-hidden />
        </Button>
      }
      title={t("title", { amount, number })}
      description={t("description")}
      confirmLabel={t("action")}
      tone="primary"
      onConfirm={() => action.run({ id })}
    />
  );
}
