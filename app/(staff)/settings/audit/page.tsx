import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AuditTable } from "@/components/settings/audit-table";
import { listAudit } from "@/lib/admin/queries";
import { requirePermission } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.audit");
  return { title: t("title") };
}

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<{ before?: string | string[] }>;
}) {
  const { ctx, organization } = await requirePermission("audit.read");
  const { before } = await searchParams;
  const [locale, { rows, next }] = await Promise.all([getLocale(), orNotFound(listAudit(ctx, { before }))]);
  return (
    <AuditTable
      rows={rows}
      locale={locale}
      timeZone={organization.timeZone}
      newestHref={before ? "/settings/audit" : undefined}
      olderHref={next ? `/settings/audit?before=${next}` : undefined}
    />
  );
}
