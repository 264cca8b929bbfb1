import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import type { Lifecycle } from "@/lib/core/status";
import { type AnswerAction, AnswerForm } from "./answer-form";
import { PayCard } from "./pay-card";

/** Beside a quote: how much it is, until when it holds, and the answer, once it is given. Texts are formatted. */
export function QuoteSide({
  id,
  amount,
  validUntil,
  expired,
  lifecycle,
  answered,
  answer,
}: {
  id: string;
  amount: string;
  validUntil: string;
  expired: boolean;
  lifecycle: Lifecycle;
  answered: { by: string; on: string } | null;
  answer: AnswerAction;
}) {
  const t = useTranslations("pay");
  return (
    <PayCard label={t("quoted")} amount={amount} detail={t("validUntil", { date: validUntil })}>
      {lifecycle === "accepted" && answered && (
        <Alert tone="success">{t("accepted", { name: answered.by, date: answered.on })}</Alert>
      )}
      {lifecycle === "declined" && answered && (
        <Alert tone="neutral">{t("declined", { name: answered.by, date: answered.on })}</Alert>
      )}
      {lifecycle === "void" && <Alert tone="neutral">{t("withdrawn")}</Alert>}
      {lifecycle === "open" && expired && <Alert tone="warning">{t("expired")}</Alert>}
      {lifecycle === "open" && !expired && <AnswerForm id={id} answer={answer} />}
    </PayCard>
  );
}
