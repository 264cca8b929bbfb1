import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { InvoiceDocument } from "@/components/documents/invoice-document";
import { BalanceCard } from "@/components/invoices/detail/balance-card";
import { CreditNotesCard } from "@/components/invoices/detail/credit-notes-card";
import { DraftActions } from "@/components/invoices/detail/draft-actions";
import { EmailsCard } from "@/components/invoices/detail/emails-card";
import type { Ending } from "@/components/invoices/detail/end-dialog";
import { HistoryCard } from "@/components/invoices/detail/history-card";
import { IssuedActions } from "@/components/invoices/detail/issued-actions";
import { StatusBadge } from "@/components/invoices/status-badge";
import { PageHeader } from "@/components/ui/page-header";
import { documentLabels } from "@/lib/documents/labels";
import { documentViewOf } from "@/lib/documents/view";
import { formatMoney } from "@/lib/i18n/format";
import { payableOf } from "@/lib/invoices/postings";
import { getInvoice, type InvoiceDetail, invoiceTimeline } from "@/lib/invoices/queries";
import { newId } from "@/lib/platform/ids";
import { requirePermission } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import {
  createCreditNoteAction,
  createLinkAction,
  deleteDraftAction,
  duplicateInvoiceAction,
  revokeLinkAction,
  sendInvoiceAction,
  voidInvoiceAction,
  writeOffInvoiceAction,
} from "../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ ctx }, t] = await Promise.all([requirePermission("overview.read"), getTranslations("invoices")]);
  const { invoice } = await orNotFound(getInvoice(ctx, await params));
  return { title: invoice.number ?? t("draft") };
}

export default async function InvoicePage({ params }: Props) {
  const { ctx } = await requirePermission("overview.read");
  const { id } = await params;
  const [detail, timeline, t, words, locale] = await Promise.all([
    orNotFound(getInvoice(ctx, { id })),
    orNotFound(invoiceTimeline(ctx, { id })),
    getTranslations("invoices"),
    getTranslations("document"),
    getLocale(),
  ]);
  const { invoice, client } = detail;
  const name = detail.buyer?.name;
  const isOpen = invoice.lifecycle === "open";
  const money = (minor: bigint) => formatMoney(minor, invoice.currency, locale);
  const due = money(detail.balanceMinor);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: "/invoices", label: t("title") }]}
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
            {name && " · "}
            {name && invoice.clientId && (
              <Link
                href={`/clients/${invoice.clientId}`}
                className="rounded-sm hover:text-foreground hover:underline"
              >
                <bdi>{name}</bdi>
              </Link>
            )}
          </>
        }
        actions={
          invoice.number === null ? (
            <DraftActions
              id={id}
              newId={newId()}
              duplicate={duplicateInvoiceAction}
              remove={deleteDraftAction}
            />
          ) : (
            <IssuedActions
              id={id}
              number={invoice.number}
              client={client && { id: client.id, name: client.name, email: client.email }}
              wasSent={invoice.sentAt !== null}
              sendable={isOpen}
              hostedUrl={detail.hostedUrl}
              send={sendInvoiceAction}
              createLink={createLinkAction}
              revokeLink={revokeLinkAction}
              newIds={{ duplicate: newId(), credit: newId() }}
              duplicate={duplicateInvoiceAction}
              credit={createCreditNoteAction}
              creditable={isOpen && invoice.kind === "invoice"}
              endings={endingsOf(detail)}
              owed={due}
              endWith={{ void: voidInvoiceAction, writeOff: writeOffInvoiceAction }}
            />
          )
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem] xl:grid-rows-[auto_1fr]">
        <section
          aria-label={t("detail.document")}
          className="min-w-0 rounded-lg bg-desk p-2 max-xl:row-start-2 sm:p-5 xl:row-span-2"
        >
          <InvoiceDocument
            view={documentViewOf(detail)}
            labels={documentLabels(words as (key: string, values?: Record<string, string>) => string)}
          />
        </section>
        <BalanceCard
          kind={invoice.kind}
          status={detail.status}
          currency={invoice.currency}
          totalMinor={payableOf(invoice)}
          paidMinor={detail.paidMinor}
          balanceMinor={detail.balanceMinor}
          dueDate={invoice.dueDate}
          today={detail.today}
        />
        <div className="flex min-w-0 flex-col gap-5">
          <CreditNotesCard documents={detail.creditNotes} currency={invoice.currency} />
          <EmailsCard deliveries={timeline.deliveries} />
          <HistoryCard events={timeline.events} />
        </div>
      </div>
    </>
  );
}

/** How an open document may end without being paid: voided while nothing is settled, written off while it owes. */
function endingsOf({ invoice, balanceMinor }: InvoiceDetail): Ending[] {
  if (invoice.lifecycle !== "open") return [];
  const untouched = balanceMinor === payableOf(invoice);
  const owes = invoice.kind === "invoice" && balanceMinor > 0n;
  return [...(untouched ? (["void"] as const) : []), ...(owes ? (["writeOff"] as const) : [])];
}
