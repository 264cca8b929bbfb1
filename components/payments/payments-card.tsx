import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card, CardContent, CardFooter, CardHeader } from "@/components/ui/card";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { InvoiceSettlement } from "@/lib/payments/settling";
import { ApplyCreditButton } from "./apply-credit-button";
import { RecordDialog } from "./record-dialog";
import type { ApplyAction, PaymentSetting, RecordAction, UnapplyAction } from "./types";
import { UnapplyButton } from "./unapply-button";

/** What settles an invoice, each with the way back; and while it owes something, the ways to settle it. */
export function PaymentsCard({
  invoice,
  settlement,
  setting,
  email,
  actions,
}: {
  invoice: { id: string; number: string; clientId: string; currency: string };
  settlement: InvoiceSettlement;
  setting: PaymentSetting;
  /** Where a receipt goes. */
  email: string | null;
  actions: { record: RecordAction; apply: ApplyAction; unapply: UnapplyAction };
}) {
  const t = useTranslations("payments");
  const locale = useLocale();
  const { settled, owedMinor, applicableMinor, takesBack } = settlement;
  const { id, number, currency } = invoice;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  return (
    <Card>
      <CardHeader title={t("card.title")} />
      <CardContent>
        {settled.length === 0 && <p className="text-sm text-muted-foreground">{t("card.empty")}</p>}
        <ul className="flex flex-col gap-2 text-sm">
          {settled.map((one) => (
            <li key={one.id} className="flex items-center gap-2">
              <div className="min-w-0 flex-1">
                <Link
                  href={one.paymentId ? `/payments/${one.paymentId}` : `/invoices/${one.creditNoteId}`}
                  className="rounded-sm font-medium hover:underline"
                >
                  {one.method
                    ? t(`methods.${one.method}`)
                    : t("card.creditNote", { number: one.creditNoteNumber ?? "" })}
                </Link>
                <span className="block truncate text-xs text-muted-foreground">
                  {formatDate(one.appliedOn, locale)}
                  {one.reference && (
                    <>
                      {" · "}
                      <bdi>{one.reference}</bdi>
                    </>
                  )}
                </span>
              </div>
              <span className="tabular-nums">{money(one.amountMinor)}</span>
              {takesBack && (
                <UnapplyButton
                  id={one.id}
                  number={number}
                  amount={money(one.amountMinor)}
                  unapply={actions.unapply}
                />
              )}
            </li>
          ))}
        </ul>
      </CardContent>
      {owedMinor > 0n && (
        <CardFooter className="empty:hidden">
          {applicableMinor > 0n && (
            <ApplyCreditButton
              invoiceId={id}
              currency={currency}
              owedMinor={owedMinor}
              applicableMinor={applicableMinor}
              apply={actions.apply}
            />
          )}
          <RecordDialog
            invoice={{ ...invoice, owedMinor }}
            setting={setting}
            email={email}
            record={actions.record}
          />
        </CardFooter>
      )}
    </Card>
  );
}
