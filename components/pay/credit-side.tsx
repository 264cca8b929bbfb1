import { useTranslations } from "next-intl";
import { PayCard } from "./pay-card";

/** Beside a credit note: how much it is, and what it is about. */
export function CreditSide({ amount, creditedNumber }: { amount: string; creditedNumber: string }) {
  const t = useTranslations("pay");
  return (
    <PayCard label={t("credited")} amount={amount} detail={t("credits", { number: creditedNumber })}>
      {null}
    </PayCard>
  );
}
