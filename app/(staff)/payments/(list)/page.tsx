import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PaymentTable } from "@/components/payments/payment-table";
import { PaymentsEmpty } from "@/components/payments/payments-empty";
import { RecordLink } from "@/components/payments/record-link";
import { WaitingRefunds } from "@/components/payments/waiting-refunds";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { ParamSelect } from "@/components/ui/param-select";
import { SearchField } from "@/components/ui/search-field";
import { paymentMethods } from "@/lib/core/payment-methods";
import { listPayments } from "@/lib/payments/queries";
import { listWaitingRefunds } from "@/lib/payments/refund-requests";
import { type PaymentFilter, paymentFilters } from "@/lib/payments/schemas";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { firstValues, pathWith, type SearchParams } from "@/lib/web/params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payments"))("title") };
}

export default async function PaymentsPage({ searchParams }: { searchParams: SearchParams }) {
  const { ctx, can } = await requireStaff("payment.read");
  const params = await firstValues(searchParams);
  const filter = paymentFilters.find((name) => name === params.filter) ?? "all";
  const method = paymentMethods.find((name) => name === params.method);
  const search = params.search?.slice(0, 100);
  const [t, page, waiting] = await Promise.all([
    getTranslations("payments"),
    orNotFound(listPayments(ctx, { filter, method, search, before: params.before, after: params.after })),
    can("refund.approve") ? listWaitingRefunds(ctx, {}) : [],
  ]);
  const address = (change: Record<string, string | undefined>) => pathWith("/payments", change);
  const named = (name: PaymentFilter) => (name === "all" ? undefined : name);
  const here = { filter: named(filter), method, search };
  const reset = ["before", "after"];
  return (
    <>
      <PageHeader title={t("title")} actions={<RecordLink primary />} />
      <WaitingRefunds refunds={waiting} />
      <div className="mb-4 flex flex-col gap-3">
        <LinkTabs
          label={t("list.filters")}
          tabs={paymentFilters.map((name) => ({
            href: address({ ...here, filter: named(name) }),
            label: t(`list.filter.${name}`),
            current: name === filter,
          }))}
        />
        <div className="flex flex-col gap-2 sm:flex-row">
          <SearchField label={t("list.search")} clearLabel={t("list.clear")} reset={reset} />
          <ParamSelect
            name="method"
            label={t("list.method")}
            anyLabel={t("list.anyMethod")}
            options={paymentMethods.map((value) => ({ value, label: t(`methods.${value}`) }))}
            reset={reset}
          />
        </div>
      </div>
      <PaymentTable
        rows={page.rows}
        empty={
          <PaymentsEmpty
            filtered={filter !== "all" || Boolean(search || method)}
            action={<RecordLink primary />}
          />
        }
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
