import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InvoiceTable } from "@/components/portal/invoice-table";
import { SignOut } from "@/components/portal/sign-out";
import { PublicShell } from "@/components/shell/public-shell";
import { PageHeader } from "@/components/ui/page-header";
import { listInvoices } from "@/lib/invoices/queries";
import { requirePermission } from "@/lib/web/current";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal");
  return { title: t("title") };
}

/** What a signed-in client sees: its own invoices. */
export default async function PortalPage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const { ctx, actor, user, organization } = await requirePermission("invoice.read");
  if (actor.role !== "client") redirect("/overview");
  const { before } = await searchParams;
  const t = await getTranslations("portal");
  const { rows, next } = await listInvoices(ctx, { ...(before ? { before } : {}) });
  return (
    <PublicShell seller={organization.name} actions={<SignOut label={t("signOut")} />}>
      <PageHeader
        title={t("title")}
        description={t("description", { organization: organization.name, client: rows[0]?.clientName ?? user.name })}
      />
      <InvoiceTable rows={rows} next={next} locale={organization.locale} organization={organization.name} />
    </PublicShell>
  );
}
