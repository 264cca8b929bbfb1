"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { useCan } from "@/components/shell/granted";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { RefuseRefund } from "./refuse-refund";
import type { DecideActions } from "./types";

/** Approves a refund that somebody else asked for, after asking, or refuses it. For whoever may. */
export function DecideRefund({
  id,
  amount,
  refundableMinor,
  approve,
  refuse,
}: Pick<DecideActions, "approve" | "refuse"> & { id: string; amount: string; refundableMinor: bigint }) {
  const t = useTranslations("payments.approval");
  const can = useCan();
  const { run } = useAction(approve, () => toast.success(t("approvedToast", { amount })));
  if (!can("refund.approve")) return null;
  return (
    <div className="mt-1 flex flex-wrap gap-2">
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="primary">
            <Check aria-hidden />
            {t("approve")}
          </Button>
        }
        tone="primary"
        title={t("approveTitle", { amount })}
        description={t("approveText")}
        confirmLabel={t("approve")}
        onConfirm={() => run({ id, refundable: String(refundableMinor) })}
      />
      <RefuseRefund id={id} amount={amount} refuse={refuse} />
    </div>
  );
}
