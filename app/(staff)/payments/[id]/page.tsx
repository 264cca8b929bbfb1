import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmailsCard } from "@/components/invoices/detail/emails-card";
import { HistoryCard } from "@/components/invoices/detail/history-card";
import { JournalCard } from "@/components/payments/journal-card";
import { PaymentBadge } from "@/components/payments/payment-badge";
import { PaymentFacts } from "@/components/payments/payment-facts";
import { RefundDialog } from "@/components/payments/refund-dialog";
import { RefundsCard } from "@/components/payments/refunds-card";
import { RequestsCard } from "@/components/payments/requests-card";
import { ReverseDialog } from "@/components/payments/reverse-dialog";
import { SettledCard } from "@/components/payments/settled-card";
import { PageHeader } from "@/components/ui/page-header";
import { formatMoney } from "@/lib/i18n/format";
import { getPayment, paymentTimeline } from "@/lib/payments/detail";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import {
  approveRefundAction,
  refundPaymentAction,
  refuseRefundAction,
  reversePaymentAction,
  unapplyAction,
  withdrawRefundAction,
} from "../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payments"))("title") };
}

export default async function PaymentPage({ params }: Props) {
  const { ctx, user } = await requireStaff("payment.read");
  const { id } = await params;
  const [detail, timeline, t, locale] = await Promise.all([
    orNotFound(getPayment(ctx, { id })),
    orNotFound(paymentTimeline(ctx, { id })),
    getTranslations("payments"),
    getLocale(),
  ]);
  const { payment, client, organization, today, refundableMinor, refundedMinor } = detail;
  const reversible = payment.method !== "online" && payment.reversedOn === null && refundedMinor === 0n;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: "/payments", label: t("title") }]}
        title={t("detail.title", {
          amount: formatMoney(payment.amountMinor, payment.currency, locale),
          client: client.name,
        })}
        badge={<PaymentBadge use={detail.use} />}
        actions={
          <>
            {reversible && <ReverseDialog id={id} today={today} reverse={reversePaymentAction} />}
            {refundableMinor > 0n && (
              <RefundDialog
                payment={{ id, currency: payment.currency, method: payment.method }}
                refundableMinor={refundableMinor}
                leftMinor={detail.leftMinor}
                aloneMinor={detail.aloneMinor}
                today={today}
                refund={refundPaymentAction}
              />
            )}
          </>
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <RequestsCard
            requests={detail.requests}
            refundableMinor={refundableMinor}
            userId={user.id}
            actions={{
              approve: approveRefundAction,
              refuse: refuseRefundAction,
              withdraw: withdrawRefundAction,
            }}
          />
          <SettledCard detail={detail} unapply={unapplyAction} />
          <RefundsCard refunds={detail.refunds} />
          <JournalCard lines={detail.entries} baseCurrency={organization.currency} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <PaymentFacts detail={detail} />
          <EmailsCard kind="invoice" deliveries={timeline.deliveries} />
          <HistoryCard events={timeline.events} />
        </div>
      </div>
    </>
  );
}
