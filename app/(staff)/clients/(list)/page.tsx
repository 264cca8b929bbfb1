import { Building2, Plus, SearchX } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientTable } from "@/components/clients/client-table";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { listClients } from "@/lib/clients/queries";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { firstValues, pathWith, type SearchParams } from "@/lib/web/params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("clients"))("title") };
}

export default async function ClientsPage({ searchParams }: { searchParams: SearchParams }) {
  const { ctx, can } = await requireStaff("client.read");
  const params = await firstValues(searchParams);
  const search = params.search?.slice(0, 100);
  const key = params.id ? { name: params.name ?? "", id: params.id } : undefined;
  const back = params.back === "1";
  const [t, page] = await Promise.all([
    getTranslations("clients"),
    orNotFound(listClients(ctx, { search, after: back ? undefined : key, before: back ? key : undefined })),
  ]);
  const create = can("client.write") && (
    <ButtonLink href="/clients/new" variant="primary" prefetch={false}>
      <Plus aria-hidden />
      {t("new")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={create} />
      <div className="mb-4">
        <SearchField label={t("list.search")} clearLabel={t("list.clear")} reset={["name", "id", "back"]} />
      </div>
      <ClientTable
        rows={page.rows}
        empty={
          search ? (
            <EmptyState
              icon={SearchX}
              title={t("list.noMatch.title")}
              action={<ButtonLink href="/clients">{t("list.noMatch.all")}</ButtonLink>}
            >
              {t("list.noMatch.text", { search })}
            </EmptyState>
          ) : (
            <EmptyState icon={Building2} title={t("list.empty.title")} action={create}>
              {t("list.empty.text")}
            </EmptyState>
          )
        }
        footer={
          (page.next || page.previous) && (
            <Pagination
              previousHref={
                page.previous ? pathWith("/clients", { search, ...page.previous, back: "1" }) : undefined
              }
              nextHref={page.next ? pathWith("/clients", { search, ...page.next }) : undefined}
            >
              {t("list.shown", { count: page.rows.length })}
            </Pagination>
          )
        }
      />
    </>
  );
}
