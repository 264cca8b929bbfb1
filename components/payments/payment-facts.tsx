import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDate } from "@/lib/i18n/format";
import type { PaymentDetail } from "@/lib/payments/detail";

/** What is known of a payment itself. */
export function PaymentFacts({ detail }: { detail: PaymentDetail }) {
  const t = useTranslations("payments");
  const locale = useLocale();
  const { payment, client, organization } = detail;
  const nameOf = (gateway: string) => (t.has(`providers.${gateway}`) ? t(`providers.${gateway}`) : gateway);
  const foreign = payment.currency !== organization.currency;
  const facts = [
    {
      label: t("detail.client"),
      value: (
        <Link href={`/clients/${client.id}`} className="rounded-sm font-medium hover:underline">
          <bdi>{client.name}</bdi>
        </Link>
      ),
    },
    { label: t("detail.receivedOn"), value: formatDate(payment.receivedOn, locale) },
    { label: t("detail.method"), value: t(`methods.${payment.method}`) },
    { label: t("detail.reference"), value: payment.reference },
    { label: t("detail.exchangeRate"), value: foreign && payment.exchangeRate.replace(/\.?0+$/, "") },
    { label: t("detail.provider"), value: payment.gateway && nameOf(payment.gateway) },
    { label: t("detail.providerId"), value: payment.gatewayPaymentId },
    { label: t("detail.recordedBy"), value: detail.recordedBy },
    { label: t("detail.note"), value: payment.note },
    { label: t("detail.reversedOn"), value: payment.reversedOn && formatDate(payment.reversedOn, locale) },
    { label: t("detail.reversalReason"), value: payment.reversalReason },
  ];
  return (
    <Card>
      <CardHeader title={t("detail.facts")} />
      <CardContent>
        <DescriptionList
          className="sm:grid-cols-1 sm:[&>div]:block"
          items={facts
            .filter(({ value }) => value)
            .map(({ label, value }) => ({
              label,
              value: (
                <span dir="auto" className="block whitespace-pre-line [overflow-wrap:anywhere]">
                  {value}
                </span>
              ),
            }))}
        />
      </CardContent>
    </Card>
  );
}
