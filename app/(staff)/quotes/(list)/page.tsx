import { FileQuestion } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvoiceTable } from "@/components/invoices/invoice-table";
import { NewInvoiceLink } from "@/components/invoices/new-invoice-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { listInvoices } from "@/lib/invoices/queries";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { firstValues, pathWith, type SearchParams } from "@/lib/web/params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quotes"))("title") };
}

export default async function QuotesPage({ searchParams }: { searchParams: SearchParams }) {
  const { ctx } = await requireStaff("invoice.read");
  const params = await firstValues(searchParams);
  const search = params.search?.slice(0, 100);
  const [t, list, page] = await Promise.all([
    getTranslations("quotes"),
    getTranslations("invoices.list"),
    orNotFound(listInvoices(ctx, { filter: "quotes", search, before: params.before, after: params.after })),
  ]);
  const create = <NewInvoiceLink label={t("new")} kind="quote" />;
  const address = (change: Record<string, string | undefined>) => pathWith("/quotes", { search, ...change });
  return (
    <>
      <PageHeader title={t("title")} actions={create} />
      <div className="mb-4">
        <SearchField label={list("search")} clearLabel={list("clear")} reset={["before", "after"]} />
      </div>
      <InvoiceTable
        kind="quote"
        rows={page.rows}
        today={page.today}
        empty={
          <EmptyState icon={FileQuestion} title={t(search ? "noMatch" : "empty.title")} action={create}>
            {search ? null : t("empty.text")}
          </EmptyState>
        }
        footer={
          (page.next || page.previous) && (
            <Pagination
              previousHref={page.previous ? address({ after: page.previous }) : undefined}
              nextHref={page.next ? address({ before: page.next }) : undefined}
            />
          )
        }
      />
    </>
  );
}
