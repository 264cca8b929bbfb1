import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { InvoiceDocument } from "@/components/documents/invoice-document";
import { WhyAmounts } from "@/components/documents/why-amount";
import { AttachmentsCard } from "@/components/files/attachments-card";
import { IssuedAttachments } from "@/components/files/issued-attachments";
import { BalanceCard } from "@/components/invoices/detail/balance-card";
import { CreditNotesCard } from "@/components/invoices/detail/credit-notes-card";
import { EmailsCard } from "@/components/invoices/detail/emails-card";
import { HistoryCard } from "@/components/invoices/detail/history-card";
import { PlanCard } from "@/components/invoices/detail/plan-card";
import { ScheduledNotice } from "@/components/invoices/detail/scheduled-notice";
import { StatusBadge } from "@/components/invoices/status-badge";
import { PaymentsCard } from "@/components/payments/payments-card";
import { QuoteCard } from "@/components/quotes/quote-card";
import { PageHeader } from "@/components/ui/page-header";
import { documentLabels } from "@/lib/documents/labels";
import { documentSourceOf, documentViewOf } from "@/lib/documents/view";
import { whyOf } from "@/lib/documents/why";
import { formatMoney } from "@/lib/i18n/format";
import { getInvoice } from "@/lib/invoices/detail";
import { payableOf } from "@/lib/invoices/postings";
import { invoiceTimeline } from "@/lib/invoices/timeline";
import { invoiceSettlement } from "@/lib/payments/settling";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { applyCreditAction, recordPaymentAction, unapplyAction } from "../../payments/actions";
import { detachFileAction, setPaymentPlanAction, unscheduleInvoiceAction } from "../actions";
import { DocumentActions } from "./document-actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ ctx }, t] = await Promise.all([requireStaff("invoice.read"), getTranslations("invoices")]);
  const { invoice } = await orNotFound(getInvoice(ctx, await params));
  return { title: invoice.number ?? t("draft") };
}

export default async function InvoicePage({ params }: Props) {
  const { ctx, can } = await requireStaff("invoice.read");
  const { id } = await params;
  const [detail, settlement, timeline, t, quotes, words, locale] = await Promise.all([
    orNotFound(getInvoice(ctx, { id })),
    can("payment.read") ? orNotFound(invoiceSettlement(ctx, { id })) : null,
    can("overview.read") ? orNotFound(invoiceTimeline(ctx, { id })) : null,
    getTranslations("invoices"),
    getTranslations("quotes"),
    getTranslations("document"),
    getLocale(),
  ]);
  const { invoice } = detail;
  const name = detail.buyer?.name;
  const isOpen = invoice.lifecycle === "open";
  const money = (minor: bigint) => formatMoney(minor, invoice.currency, locale);
  const due = money(detail.balanceMinor);
  const view = documentViewOf(detail);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          invoice.kind === "quote"
            ? { href: "/quotes", label: quotes("title") }
            : { href: "/invoices", label: t("title") },
        ]}
        title={invoice.number ?? t("draft")}
        badge={<StatusBadge status={detail.status} />}
        description={
          <>
            <span className="font-medium text-foreground tabular-nums">
              {isOpen && invoice.kind === "invoice" && detail.balanceMinor > 0n
                ? t("detail.amountDue", { amount: due })
                : money(payableOf(invoice))}
            </span>
            {detail.credited && " · "}
            {detail.credited && (
              <Link
                href={`/invoices/${detail.credited.id}`}
                className="rounded-sm hover:text-foreground hover:underline"
              >
                {t("detail.credits", { number: detail.credited.number ?? "" })}
              </Link>
            )}
            {detail.quote && " · "}
            {detail.quote && (
              <Link
                href={`/invoices/${detail.quote.id}`}
                className="rounded-sm hover:text-foreground hover:underline"
              >
                {t("detail.quote", { number: detail.quote.number ?? "" })}
              </Link>
            )}
            {name && " · "}
            {name && !can("client.read") && <bdi>{name}</bdi>}
            {name && invoice.clientId && can("client.read") && (
              <Link
                href={`/clients/${invoice.clientId}`}
                className="rounded-sm hover:text-foreground hover:underline"
              >
                <bdi>{name}</bdi>
              </Link>
            )}
          </>
        }
        actions={<DocumentActions detail={detail} owed={due} />}
      />
      {invoice.lifecycle === "draft" && invoice.scheduledFor && (
        <ScheduledNotice
          id={id}
          version={invoice.version}
          on={invoice.scheduledFor}
          unschedule={unscheduleInvoiceAction}
        />
      )}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem] xl:grid-rows-[auto_1fr]">
        <section
          aria-label={t("detail.document")}
          className="min-w-0 rounded-lg bg-desk p-2 max-xl:row-start-2 sm:p-5 xl:row-span-2"
        >
          <WhyAmounts why={whyOf(documentSourceOf(detail), view.locale)}>
            <InvoiceDocument
              view={view}
              labels={documentLabels(words as (key: string, values?: Record<string, string>) => string)}
            />
          </WhyAmounts>
        </section>
        {invoice.kind === "quote" ? (
          <QuoteCard
            lifecycle={invoice.lifecycle}
            answer={
              invoice.answeredBy && invoice.answeredAt
                ? { by: invoice.answeredBy, at: invoice.answeredAt, note: invoice.answerNote }
                : null
            }
            validUntil={invoice.dueDate}
            invoices={detail.quoteInvoices}
            currency={invoice.currency}
          />
        ) : (
          <BalanceCard
            kind={invoice.kind}
            status={detail.status}
            currency={invoice.currency}
            totalMinor={payableOf(invoice)}
            paidMinor={detail.paidMinor}
            balanceMinor={detail.balanceMinor}
            dueDate={detail.dueDate}
            today={detail.today}
          />
        )}
        <div className="flex min-w-0 flex-col gap-5">
          {invoice.kind === "invoice" && (
            <PlanCard
              plan={detail.plan}
              currency={invoice.currency}
              edit={
                invoice.lifecycle === "draft" && payableOf(invoice) > 0n && can("invoice.write")
                  ? {
                      id,
                      version: invoice.version,
                      payableMinor: payableOf(invoice),
                      from: invoice.dueDate ?? detail.today,
                      save: setPaymentPlanAction,
                    }
                  : null
              }
            />
          )}
          {settlement && invoice.kind === "invoice" && invoice.number && invoice.clientId && (
            <PaymentsCard
              invoice={{
                id,
                number: invoice.number,
                clientId: invoice.clientId,
                currency: invoice.currency,
              }}
              settlement={settlement}
              setting={{ today: detail.today, baseCurrency: detail.organization.currency }}
              email={detail.client?.email ?? null}
              actions={{
                record: recordPaymentAction,
                apply: applyCreditAction,
                unapply: unapplyAction,
              }}
            />
          )}
          {invoice.lifecycle === "draft" ? (
            <AttachmentsCard documentId={id} attachments={detail.attachments} detach={detachFileAction} />
          ) : (
            <IssuedAttachments attachments={detail.attachments} filesAt="/files" />
          )}
          <CreditNotesCard documents={detail.creditNotes} currency={invoice.currency} />
          {timeline && (
            <>
              <EmailsCard kind={invoice.kind} deliveries={timeline.deliveries} />
              <HistoryCard events={timeline.events} />
            </>
          )}
        </div>
      </div>
    </>
  );
}
