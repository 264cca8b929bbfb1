import { FileMinus, FileQuestion, Receipt } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { signOutAction } from "@/app/(staff)/actions";
import { DocumentTable } from "@/components/portal/document-table";
import { PublicShell } from "@/components/shell/public-shell";
import { SandboxBanner } from "@/components/staff/sandbox-banner";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatMoney } from "@/lib/i18n/format";
import { listInvoices } from "@/lib/invoices/queries";
import { clientCredit } from "@/lib/payments/settling";
import { requirePermission } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { firstValues, pathWith, type SearchParams } from "@/lib/web/params";
import { sandbox } from "@/lib/web/sandbox";

const KINDS = [
  { kind: "invoice", filter: "all", icon: Receipt },
  { kind: "quote", filter: "quotes", icon: FileQuestion },
  { kind: "credit_note", filter: "credit_notes", icon: FileMinus },
] as const;

const shownBy = (filter: string | undefined) => KINDS.find((one) => one.filter === filter) ?? KINDS[0];

type Props = { searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { kind } = shownBy((await firstValues(searchParams)).filter);
  return { title: (await getTranslations("portal"))(`title.${kind}`) };
}

/** What a signed-in client sees: its own invoices, quotes and credit notes, and what it has to its credit. */
export default async function PortalPage({ searchParams }: Props) {
  const { ctx, actor, organization } = await requirePermission("invoice.read");
  if (actor.role !== "client") redirect("/");
  const params = await firstValues(searchParams);
  const { kind, filter, icon } = shownBy(params.filter);
  const [t, locale, page, credits] = await Promise.all([
    getTranslations("portal"),
    getLocale(),
    orNotFound(listInvoices(ctx, { filter, before: params.before, after: params.after })),
    actor.clientId ? clientCredit(ctx, { id: actor.clientId }) : [],
  ]);
  const credit = credits.map((sum) => formatMoney(sum.creditMinor, sum.currency, locale)).join(" · ");
  const address = (change: Record<string, string | undefined>) =>
    pathWith("/portal", { filter: filter === "all" ? undefined : filter, ...change });
  const actions = (
    <>
      <ButtonLink href="/account" variant="ghost">
        {t("account")}
      </ButtonLink>
      <form action={signOutAction}>
        <SubmitButton variant="secondary">{t("signOut")}</SubmitButton>
      </form>
    </>
  );
  return (
    <PublicShell
      seller={organization.name}
      actions={actions}
      banner={<SandboxBanner sandbox={sandbox()} demo={organization.isDemo} />}
    >
      <PageHeader
        title={t(`title.${kind}`)}
        description={t("description", { organization: organization.name })}
      />
      <div className="mb-4 flex flex-col gap-4">
        {credit && (
          <Alert tone="neutral" title={t("credit", { amount: credit })}>
            {t("creditHint")}
          </Alert>
        )}
        {/* Tabs reach to the edge of a phone, which is nearer here than on staff pages. */}
        <div className="max-sm:mx-1">
          <LinkTabs
            label={t("kinds")}
            tabs={KINDS.map((one) => ({
              href: pathWith("/portal", { filter: one.filter === "all" ? undefined : one.filter }),
              label: t(`kind.${one.kind}`),
              current: one.kind === kind,
            }))}
          />
        </div>
      </div>
      <DocumentTable
        kind={kind}
        rows={page.rows}
        today={page.today}
        empty={
          <EmptyState icon={icon} title={t(`empty.${kind}`)}>
            {t(`emptyText.${kind}`, { organization: organization.name })}
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
    </PublicShell>
  );
}
