import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AuditFilters } from "@/components/settings/audit-filters";
import { AuditTable } from "@/components/settings/audit-table";
import { buttonVariants } from "@/components/ui/button-variants";
import { Pagination } from "@/components/ui/pagination";
import { listAudit } from "@/lib/audit/queries";
import { readSpan } from "@/lib/core/period";
import { listMembers } from "@/lib/users/queries";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { firstValues, pathWith, type SearchParams } from "@/lib/web/params";

const PATH = "/settings/audit";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.audit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const { ctx, organization } = await requireStaff("audit.read");
  const typed = await firstValues(searchParams);
  const { span, problem } = readSpan(typed);
  const { who, action, subject } = typed;
  const filter = { who, action, subject, search: typed.search?.slice(0, 100), ...span };
  const [t, locale, page, members] = await Promise.all([
    getTranslations("settings.audit"),
    getLocale(),
    orNotFound(listAudit(ctx, { ...filter, before: typed.before, after: typed.after })),
    listMembers(ctx, {}),
  ]);
  const filtered = Object.values(filter).some(Boolean);
  return (
    <>
      <AuditFilters
        path={PATH}
        members={members}
        typed={typed}
        problem={problem}
        actions={
          <a href={pathWith(`${PATH}/export`, filter)} download className={buttonVariants({})}>
            <Download aria-hidden />
            {t("export")}
          </a>
        }
      />
      <AuditTable
        rows={page.rows}
        locale={locale}
        timeZone={organization.timeZone}
        filtered={filtered}
        footer={
          (page.next || page.previous) && (
            <Pagination
              previousHref={page.previous ? pathWith(PATH, { ...filter, after: page.previous }) : undefined}
              nextHref={page.next ? pathWith(PATH, { ...filter, before: page.next }) : undefined}
            >
              {t("shown", { count: page.rows.length })}
            </Pagination>
          )
        }
      />
    </>
  );
}
