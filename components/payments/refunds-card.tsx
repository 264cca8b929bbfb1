import { useLocale, useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { PaymentDetail } from "@/lib/payments/detail";

type Refund = PaymentDetail["refunds"][number];

const tones: Record<Refund["state"], Tone> = { pending: "warning", succeeded: "success", failed: "danger" };

/** What was given back of a payment, and what became of each. Nothing when there is none. */
export function RefundsCard({ refunds }: { refunds: readonly Refund[] }) {
  const t = useTranslations("payments");
  const locale = useLocale();
  if (refunds.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("detail.refunds")} />
      <CardContent>
        <ul className="flex flex-col gap-3 text-sm">
          {refunds.map((refund) => (
            <li key={refund.id}>
              <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                <Badge tone={tones[refund.state]} dot>
                  {t(`detail.refundStates.${refund.state}`)}
                </Badge>
                <span className="min-w-0 flex-1 text-xs text-muted-foreground max-sm:order-last max-sm:basis-full">
                  {t(`methods.${refund.method}`)} · {formatDate(refund.refundedOn, locale)}
                </span>
                <span className="tabular-nums">
                  {formatMoney(refund.amountMinor, refund.currency, locale)}
                </span>
              </div>
              {(refund.problem ?? refund.reason) && (
                <p dir="auto" className="mt-0.5 text-xs [overflow-wrap:anywhere] text-muted-foreground">
                  {refund.problem ?? refund.reason}
                </p>
              )}
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}
