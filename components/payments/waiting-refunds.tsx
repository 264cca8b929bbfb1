import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { formatMoney } from "@/lib/i18n/format";
import type { WaitingRefund } from "@/lib/payments/refund-requests";

/** Refunds that await approval, for those who may approve. Nothing when there is none. */
export function WaitingRefunds({ refunds }: { refunds: readonly WaitingRefund[] }) {
  const t = useTranslations("payments.approval");
  const locale = useLocale();
  if (refunds.length === 0) return null;
  return (
    <Card className="mb-5" aria-label={t("waiting")}>
      <CardHeader title={t("waiting")} description={t("waitingText")} />
      <CardContent>
        <ul className="divide-y divide-border text-sm">
          {refunds.map((refund) => (
            <li key={refund.id} className="flex flex-wrap items-center gap-x-4 gap-y-0.5 py-2">
              <div className="min-w-0 flex-1">
                <Link
                  href={`/payments/${refund.paymentId}`}
                  className="rounded-sm font-medium [overflow-wrap:anywhere] hover:underline"
                >
                  <bdi>{refund.clientName}</bdi>
                </Link>
                <span className="block text-xs text-muted-foreground">
                  {t("askedBy", { name: refund.requestedBy })} · <RelativeTime date={refund.createdAt} />
                </span>
              </div>
              <span className="font-medium tabular-nums">
                {formatMoney(refund.amountMinor, refund.currency, locale)}
              </span>
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}
