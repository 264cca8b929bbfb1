import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AuditEntry } from "@/components/settings/audit-entry";
import { getAuditEntry } from "@/lib/audit/queries";
import { requirePermission } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.audit");
  return { title: t("title") };
}

export default async function AuditEntryPage({ params }: { params: Promise<{ id: string }> }) {
  const { ctx, organization } = await requirePermission("audit.read");
  const { id } = await params;
  const [locale, row] = await Promise.all([getLocale(), orNotFound(getAuditEntry(ctx, { id }))]);
  return <AuditEntry row={row} locale={locale} timeZone={organization.timeZone} />;
}
