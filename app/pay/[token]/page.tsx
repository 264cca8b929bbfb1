import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvoiceDocument } from "@/components/documents/invoice-document";
import { Confirming } from "@/components/pay/confirming";
import { PayButton } from "@/components/pay/pay-button";
import { PayCard } from "@/components/pay/pay-card";
import { PublicShell } from "@/components/shell/public-shell";
import { ShellBanner } from "@/components/shell/shell-banner";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { documentLabels } from "@/lib/documents/labels";
import { documentViewOf } from "@/lib/documents/view";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import { recordView } from "@/lib/invoices/hosted";
import { getInvoice } from "@/lib/invoices/queries";
import { env } from "@/lib/platform/env";
import { currentUser } from "@/lib/web/current";
import { requireLink } from "@/lib/web/link";
import { orNotFound } from "@/lib/web/page";
import { payAction } from "./actions";

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
  const view = documentViewOf(detail);
  const money = (minor: bigint) => formatMoney(minor, view.currency, view.locale);
  const isCredit = view.kind === "credit_note";
  const isOpen = detail.invoice.lifecycle === "open" && !isCredit;
  const payable = isOpen && detail.balanceMinor > 0n;
  const settled = isOpen && !payable;
  const due = { date: formatDate(view.dueDate, view.locale) };
  const pay = payAction.bind(null, token);
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
          <InvoiceDocument
            view={view}
            labels={documentLabels((key, values) => words(key as never, values as never))}
          />
        </div>
        <div className="order-1 lg:order-2">
          <PayCard
            label={t(isCredit ? "credited" : "amountDue")}
            amount={money(isCredit ? view.balanceMinor : payable ? detail.balanceMinor : 0n)}
            detail={
              isCredit
                ? t("credits", { number: view.creditedNumber ?? "" })
                : payable
                  ? t(detail.status === "overdue" ? "overdue" : "due", due)
                  : undefined
            }
          >
            {settled ? <Alert tone="success">{paid ? t("thanks") : t("paid")}</Alert> : null}
            {detail.invoice.lifecycle === "void" ? <Alert tone="neutral">{t("void")}</Alert> : null}
            {detail.invoice.lifecycle === "written_off" ? (
              <Alert tone="neutral">{t("writtenOff")}</Alert>
            ) : null}
            {payable && paid ? <Confirming text={t("confirming")} slowText={t("slow")} /> : null}
            {payable && !paid ? (
              <>
                <PayButton label={t("pay", { amount: money(detail.balanceMinor) })} pay={pay} />
                <p className="text-xs text-muted-foreground">{t("secure")}</p>
              </>
            ) : null}
          </PayCard>
        </div>
      </div>
    </PublicShell>
  );
}

async function isStaff(): Promise<boolean> {
  const role = (await currentUser())?.actor.role;
  return role === "admin" || role === "accountant";
}
