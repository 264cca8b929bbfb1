import { Receipt } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { signOutAction } from "@/app/(staff)/actions";
import { InvoiceTable } from "@/components/invoices/invoice-table";
import { PublicShell } from "@/components/shell/public-shell";
import { SandboxBanner } from "@/components/staff/sandbox-banner";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { listInvoices } from "@/lib/invoices/queries";
import { isId } from "@/lib/platform/ids";
import { requirePermission } from "@/lib/web/current";
import { sandbox } from "@/lib/web/sandbox";

type Props = { searchParams: Promise<{ before?: string; after?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal");
  return { title: t("title") };
}

/** What a signed-in client sees: its own invoices. */
export default async function PortalPage({ searchParams }: Props) {
  const { ctx, actor, user, organization } = await requirePermission("invoice.read");
  if (actor.role !== "client") redirect("/overview");
  const { before, after } = await searchParams;
  const key = (value: string | undefined) => (value && isId(value) ? value : undefined);
  const t = await getTranslations("portal");
  const { rows, next, previous, today } = await listInvoices(ctx, { before: key(before), after: key(after) });
  const words = { organization: organization.name, client: rows[0]?.clientName ?? user.name };
  const signOut = (
    <form action={signOutAction}>
      <SubmitButton variant="secondary">{t("signOut")}</SubmitButton>
    </form>
  );
  return (
    <PublicShell
      seller={organization.name}
      actions={signOut}
      banner={<SandboxBanner sandbox={sandbox()} demo={organization.isDemo} />}
    >
      <PageHeader title={t("title")} description={t("description", words)} />
      <InvoiceTable
        base="/portal/invoices"
        rows={rows}
        today={today}
        showClient={false}
        empty={
          <EmptyState icon={Receipt} title={t("empty")}>
            {t("emptyText", words)}
          </EmptyState>
        }
        footer={
          next || previous ? (
            <Pagination
              previousHref={previous ? `/portal?after=${previous}` : undefined}
              nextHref={next ? `/portal?before=${next}` : undefined}
            />
          ) : undefined
        }
      />
    </PublicShell>
  );
}
