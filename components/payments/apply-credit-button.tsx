"use client";

import { Coins } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { useCan } from "@/components/shell/granted";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { formatMoney } from "@/lib/i18n/format";
import type { ApplyAction } from "./types";

/** Settles an invoice from its client's credit with one press. Amounts in minor units. */
export function ApplyCreditButton({
  invoiceId,
  currency,
  owedMinor,
  applicableMinor,
  apply,
}: {
  invoiceId: string;
  currency: string;
  owedMinor: bigint;
  applicableMinor: bigint;
  apply: ApplyAction;
}) {
  const t = useTranslations("payments.card");
  const can = useCan();
  const locale = useLocale();
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const action = useAction(apply, ({ appliedMinor }) => {
    toast.success(t("applied", { amount: money(appliedMinor) }));
  });
  if (!can("payment.apply")) return null;
  return (
    <Button
      size="sm"
      pending={action.pending}
      onClick={() => void action.run({ invoiceId, owed: String(owedMinor), sourceId: null, amount: null })}
    >
      <Coins aria-hidden />
      {t("apply", { amount: money(applicableMinor) })}
    </Button>
  );
}
