import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { PaymentDetail } from "@/lib/payments/detail";
import type { UnapplyAction } from "./types";
import { UnapplyButton } from "./unapply-button";

/** Which invoices a payment settles, and settled once; and what is left of it. */
export function SettledCard({ detail, unapply }: { detail: PaymentDetail; unapply: UnapplyAction }) {
  const t = useTranslations("payments.detail");
  const locale = useLocale();
  const { payment, settled, leftMinor } = detail;
  const money = (minor: bigint) => formatMoney(minor, payment.currency, locale);
  return (
    <Card>
      <CardHeader title={t("settles")} />
      <CardContent className="text-sm">
        {settled.length === 0 && <p className="text-muted-foreground">{t("settlesNothing")}</p>}
        <ul className="flex flex-col gap-2">
          {settled.map(({ allocation, number, lifecycle }) => {
            const { id, invoiceId, amountMinor, appliedOn, unappliedOn } = allocation;
            return (
              <li key={id} className="flex items-center gap-3">
                <div className="min-w-0 flex-1">
                  <Link href={`/invoices/${invoiceId}`} className="rounded-sm font-medium hover:underline">
                    {number}
                  </Link>
                  <span className="block text-xs text-muted-foreground">
                    {t("appliedOn", { date: formatDate(appliedOn, locale) })}
                    {unappliedOn && `, ${t("unappliedOn", { date: formatDate(unappliedOn, locale) })}`}
                  </span>
                </div>
                <span
                  className={unappliedOn ? "text-muted-foreground tabular-nums line-through" : "tabular-nums"}
                >
                  {money(amountMinor)}
                </span>
                {!unappliedOn && lifecycle === "open" && (
                  <UnapplyButton
                    id={id}
                    number={number ?? ""}
                    amount={money(amountMinor)}
                    unapply={unapply}
                  />
                )}
              </li>
            );
          })}
        </ul>
        {leftMinor > 0n && (
          <p className="mt-3 flex justify-between gap-4 border-t border-border pt-3 font-medium">
            {t("left")}
            <span className="tabular-nums">{money(leftMinor)}</span>
          </p>
        )}
      </CardContent>
    </Card>
  );
}
