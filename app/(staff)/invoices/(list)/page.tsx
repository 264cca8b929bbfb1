import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvoiceTable } from "@/components/invoices/invoice-table";
import { InvoicesEmpty } from "@/components/invoices/invoices-empty";
import { NewInvoiceLink } from "@/components/invoices/new-invoice-link";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { countInvoices, listInvoices } from "@/lib/invoices/queries";
import { type InvoiceFilter, invoiceFilters } from "@/lib/invoices/schemas";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { firstValues, pathWith, type SearchParams } from "@/lib/web/params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoices"))("title") };
}

export default async function InvoicesPage({ searchParams }: { searchParams: SearchParams }) {
  const { ctx } = await requireStaff("invoice.read");
  const params = await firstValues(searchParams);
  const filter = invoiceFilters.find((name) => name === params.filter) ?? "all";
  const search = params.search?.slice(0, 100);
  const [t, page, counts] = await Promise.all([
    getTranslations("invoices"),
    orNotFound(listInvoices(ctx, { filter, search, before: params.before, after: params.after })),
    countInvoices(ctx, {}),
  ]);
  const address = (change: Record<string, string | undefined>) => pathWith("/invoices", change);
  const named = (name: InvoiceFilter) => (name === "all" ? undefined : name);
  const here = { filter: named(filter), search };
  return (
    <>
      <PageHeader title={t("title")} actions={<NewInvoiceLink label={t("new")} />} />
      <div className="mb-4 flex flex-col gap-3">
        <LinkTabs
          label={t("list.filters")}
          tabs={invoiceFilters.map((name) => ({
            href: address({ filter: named(name), search }),
            label: t(`list.filter.${name}`),
            count: name in counts ? counts[name as keyof typeof counts] : undefined,
            current: name === filter,
          }))}
        />
        <SearchField label={t("list.search")} clearLabel={t("list.clear")} reset={["before", "after"]} />
      </div>
      <InvoiceTable
        kind={filter === "credit_notes" ? "credit_note" : "invoice"}
        rows={page.rows}
        today={page.today}
        empty={<InvoicesEmpty filter={filter} search={search} />}
        footer={
          (page.next || page.previous) && (
            <Pagination
              previousHref={page.previous ? address({ ...here, after: page.previous }) : undefined}
              nextHref={page.next ? address({ ...here, before: page.next }) : undefined}
            >
              {t("list.shown", { count: page.rows.length })}
            </Pagination>
          )
        }
      />
    </>
  );
}
