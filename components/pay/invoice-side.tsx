import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import type { Lifecycle } from "@/lib/core/status";
import { formatMoney } from "@/lib/i18n/format";
import type { ActionResult } from "@/lib/web/action";
import { Confirming } from "./confirming";
import { PayButton } from "./pay-button";
import { PayCard } from "./pay-card";
import { type Instalment, PlanList } from "./plan-list";

/** Opens the checkout: for everything, or for the instalments up to one. */
export type PayAction = (upTo: number | null) => Promise<ActionResult<string>>;

/** Beside an invoice: what is owed, by when, and how to pay it. Amounts in minor units of `currency`. */
export function InvoiceSide({
  lifecycle,
  balanceMinor,
  currency,
  due,
  plan,
  justPaid,
  pay,
}: {
  lifecycle: Lifecycle;
  balanceMinor: bigint;
  currency: string;
  /** When it is due, or that it is late, in words. */
  due: string;
  plan: readonly Instalment[];
  /** The reader comes back from the gateway. */
  justPaid: boolean;
  pay: PayAction;
}) {
  const t = useTranslations("pay");
  const locale = useLocale();
  const isOpen = lifecycle === "open";
  const payable = isOpen && balanceMinor > 0n;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  return (
    <PayCard
      label={t("amountDue")}
      amount={money(payable ? balanceMinor : 0n)}
      detail={payable ? due : undefined}
    >
      {isOpen && !payable && <Alert tone="success">{justPaid ? t("thanks") : t("paid")}</Alert>}
      {lifecycle === "void" && <Alert tone="neutral">{t("void")}</Alert>}
      {lifecycle === "written_off" && <Alert tone="neutral">{t("writtenOff")}</Alert>}
      {payable && justPaid && <Confirming text={t("confirming")} slowText={t("slow")} />}
      {plan.length > 0 && (
        <PlanList plan={plan} currency={currency} pay={payable && !justPaid ? pay : null} />
      )}
      {payable && !justPaid && (
        <>
          {plan.length === 0 && (
            <PayButton label={t("pay", { amount: money(balanceMinor) })} pay={pay.bind(null, null)} />
          )}
          <p className="text-xs text-muted-foreground">{t("secure")}</p>
        </>
      )}
    </PayCard>
  );
}
