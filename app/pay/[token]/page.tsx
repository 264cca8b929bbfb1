import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvoiceDocument } from "@/components/documents/invoice-document";
import { WhyAmounts } from "@/components/documents/why-amount";
import { IssuedAttachments } from "@/components/files/issued-attachments";
import { CreditSide } from "@/components/pay/credit-side";
import { InvoiceSide } from "@/components/pay/invoice-side";
import { QuoteSide } from "@/components/pay/quote-side";
import { PublicShell } from "@/components/shell/public-shell";
import { ShellBanner } from "@/components/shell/shell-banner";
import { ButtonLink } from "@/components/ui/button-link";
import { dateIn } from "@/lib/core/dates";
import { documentLabels } from "@/lib/documents/labels";
import type { DocumentView } from "@/lib/documents/types";
import { documentSourceOf, documentViewOf } from "@/lib/documents/view";
import { whyOf } from "@/lib/documents/why";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import { getInvoice, type InvoiceDetail } from "@/lib/invoices/detail";
import { recordView } from "@/lib/invoices/hosted";
import { env } from "@/lib/platform/env";
import { currentUser } from "@/lib/web/current";
import { requireLink } from "@/lib/web/link";
import { orNotFound } from "@/lib/web/page";
import { answerQuoteAction, payAction } from "./actions";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ paid?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await requireLink((await params).token);
  const { invoice } = await orNotFound(getInvoice(ctx, { id: ctx.actor.invoiceId }));
  const t = await getTranslations("pay");
  return { title: t(`titles.${invoice.kind}`, { number: invoice.number ?? "" }), referrer: "no-referrer" };
}

/** The hosted invoice page: what is owed, how to pay it, the document to keep. */
export default async function HostedInvoicePage({ params, searchParams }: Props) {
  const { token } = await params;
  const ctx = await requireLink(token);
  const detail = await orNotFound(getInvoice(ctx, { id: ctx.actor.invoiceId }));
  if (!(await isStaff())) await recordView(ctx, {});
  const [t, words, { paid }] = await Promise.all([
    getTranslations("pay"),
    getTranslations("document"),
    searchParams,
  ]);
  const view = documentViewOf(detail, `/pay/${token}/files`);
  return (
    <PublicShell
      seller={view.seller.name}
      banner={env().STRIPE_API_BASE ? <ShellBanner>{t("sandbox")}</ShellBanner> : null}
      actions={
        <ButtonLink href={`/pay/${token}/pdf`} prefetch={false} target="_blank">
          <Download aria-hidden />
          {t("download")}
        </ButtonLink>
      }
    >
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <h1 className="sr-only">{t(`titles.${view.kind}`, { number: view.number ?? "" })}</h1>
        <div className="order-2 min-w-0 lg:order-1">
          <WhyAmounts why={whyOf(documentSourceOf(detail), view.locale)}>
            <InvoiceDocument
              view={view}
              labels={documentLabels((key, values) => words(key as never, values as never))}
            />
          </WhyAmounts>
        </div>
        <div className="order-1 flex flex-col gap-5 lg:order-2">
          <Side detail={detail} view={view} token={token} justPaid={paid === "1"} />
          <IssuedAttachments attachments={detail.attachments} filesAt={`/pay/${token}/files`} />
        </div>
      </div>
    </PublicShell>
  );
}

/** What can be done about the document: pay it, answer it, or nothing. */
async function Side({
  detail,
  view,
  token,
  justPaid,
}: {
  detail: InvoiceDetail;
  view: DocumentView;
  token: string;
  justPaid: boolean;
}) {
  const t = await getTranslations("pay");
  const { invoice, status, dueDate } = detail;
  const amount = formatMoney(view.balanceMinor, view.currency, view.locale);
  const date = (iso: string) => formatDate(iso, view.locale);
  if (view.kind === "credit_note")
    return <CreditSide amount={amount} creditedNumber={view.creditedNumber ?? ""} />;
  if (view.kind === "quote")
    return (
      <QuoteSide
        id={invoice.id}
        amount={amount}
        validUntil={date(view.dueDate)}
        expired={status === "expired"}
        lifecycle={invoice.lifecycle}
        answered={
          invoice.answeredBy && invoice.answeredAt
            ? {
                by: invoice.answeredBy,
                on: date(dateIn(invoice.answeredAt, detail.organization.timeZone)),
              }
            : null
        }
        answer={answerQuoteAction.bind(null, token)}
      />
    );
  return (
    <InvoiceSide
      lifecycle={invoice.lifecycle}
      balanceMinor={detail.balanceMinor}
      currency={view.currency}
      due={t(status === "overdue" ? "overdue" : "due", { date: date(dueDate ?? view.dueDate) })}
      plan={detail.plan}
      justPaid={justPaid}
      pay={payAction.bind(null, token)}
    />
  );
}

async function isStaff(): Promise<boolean> {
  const role = (await currentUser())?.actor.role;
  return role !== undefined && role !== "client";
}
