import { FileText, Pencil, ScrollText, ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientDetails } from "@/components/clients/client-details";
import { HistoryCard } from "@/components/invoices/detail/history-card";
import { InvoiceTable } from "@/components/invoices/invoice-table";
import { NewInvoiceLink } from "@/components/invoices/new-invoice-link";
import { RecordLink } from "@/components/payments/record-link";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { clientOwed, getClient } from "@/lib/clients/queries";
import { clientTimeline } from "@/lib/clients/timeline";
import { formatMoney } from "@/lib/i18n/format";
import { listInvoices } from "@/lib/invoices/queries";
import { getOrganization } from "@/lib/organizations/queries";
import { clientCredit } from "@/lib/payments/settling";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { firstValues, pathWith, type SearchParams } from "@/lib/web/params";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ctx } = await requireStaff("client.read");
  const { client } = await orNotFound(getClient(ctx, await params));
  return { title: client.name };
}

export default async function ClientPage({ params, searchParams }: Props) {
  const { ctx, can } = await requireStaff("client.read");
  const [{ id }, query, t, locale] = await Promise.all([
    params,
    firstValues(searchParams),
    getTranslations("clients"),
    getLocale(),
  ]);
  const [{ client, contact }, owed, credits, page, organization, timeline] = await Promise.all([
    orNotFound(getClient(ctx, { id })),
    orNotFound(clientOwed(ctx, { id })),
    can("credit.read") ? orNotFound(clientCredit(ctx, { id })) : [],
    can("invoice.read")
      ? orNotFound(listInvoices(ctx, { clientId: id, before: query.before, after: query.after }))
      : null,
    getOrganization(ctx, {}),
    can("overview.read") ? orNotFound(clientTimeline(ctx, { id })) : [],
  ]);
  const owes = owed.map((sum) => formatMoney(sum.balanceMinor, sum.currency, locale)).join(" · ");
  const credit = credits.map((sum) => formatMoney(sum.creditMinor, sum.currency, locale)).join(" · ");
  const create = <NewInvoiceLink label={t("detail.newInvoice")} clientId={id} />;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: "/clients", label: t("title") }]}
        title={<bdi>{client.name}</bdi>}
        description={contact?.email}
        actions={
          <>
            {can("statement.read") && (
              <ButtonLink href={`/clients/${id}/statement`}>
                <ScrollText aria-hidden />
                {t("detail.statement")}
              </ButtonLink>
            )}
            {can("privacy.read") && (
              <ButtonLink href={`/clients/${id}/privacy`}>
                <ShieldCheck aria-hidden />
                {t("detail.privacy")}
              </ButtonLink>
            )}
            {!client.erasedAt && (
              <>
                {can("client.write") && (
                  <ButtonLink href={`/clients/${id}/edit`}>
                    <Pencil aria-hidden />
                    {t("detail.edit")}
                  </ButtonLink>
                )}
                <RecordLink clientId={id} />
                {create}
              </>
            )}
          </>
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem] xl:grid-rows-[auto_1fr]">
        <section aria-label={t("detail.invoices")} className="min-w-0 max-xl:order-2 xl:row-span-2">
          {page && (
            <InvoiceTable
              rows={page.rows}
              today={page.today}
              showClient={false}
              empty={
                <EmptyState
                  icon={FileText}
                  title={t("detail.noInvoices.title")}
                  action={client.erasedAt ? undefined : create}
                >
                  {t("detail.noInvoices.text")}
                </EmptyState>
              }
              footer={
                (page.next || page.previous) && (
                  <Pagination
                    previousHref={
                      page.previous ? pathWith(`/clients/${id}`, { after: page.previous }) : undefined
                    }
                    nextHref={page.next ? pathWith(`/clients/${id}`, { before: page.next }) : undefined}
                  />
                )
              }
            />
          )}
        </section>
        <div className="min-w-0 max-xl:order-1">
          <ClientDetails
            client={client}
            contact={contact}
            owes={owes}
            credit={credit}
            defaultTerms={organization.paymentTermsDays}
          />
        </div>
        <div className="min-w-0 max-xl:order-3">
          {timeline.length > 0 && <HistoryCard events={timeline} />}
        </div>
      </div>
    </>
  );
}
