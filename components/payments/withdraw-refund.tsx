"use client";

import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { useCan } from "@/components/shell/granted";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { DecideActions } from "./types";

type Props = { id: string; amount: string; withdraw: DecideActions["withdraw"] };

/** Takes one's own request for a refund back, after asking. */
export function WithdrawRefund({ id, amount, withdraw }: Props) {
  const t = useTranslations("payments.approval");
  const can = useCan();
  const { run } = useAction(withdraw, () => toast.success(t("withdrawnToast")));
  if (!can("payment.refund")) return null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-3">
      <ConfirmDialog
        trigger={<Button size="sm">{t("withdraw")}</Button>}
        title={t("withdrawTitle", { amount })}
        description={t("withdrawText")}
        confirmLabel={t("withdraw")}
        onConfirm={() => run({ id })}
      />
      <span className="text-xs text-muted-foreground">{t("waits")}</span>
    </div>
  );
}
