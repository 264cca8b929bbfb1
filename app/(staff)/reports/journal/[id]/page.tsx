import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { EntryLines } from "@/components/reports/entry-lines";
import { entryKey } from "@/components/reports/kinds";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import { getEntry } from "@/lib/ledger/journal";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports.journal"))("title") };
}

export default async function EntryPage({ params }: { params: Promise<{ id: string }> }) {
  const { ctx, organization, can } = await requireStaff("books.read");
  const [t, locale, { entry, currency }] = await Promise.all([
    getTranslations("reports"),
    getLocale(),
    orNotFound(getEntry(ctx, await params)),
  ]);
  const client = entry.lines.find((line) => line.clientId);
  const facts = [
    { label: t("entry.postedOn"), value: formatDate(entry.postedOn, locale) },
    { label: t("entry.recorded"), value: formatDateTime(entry.createdAt, locale, organization.timeZone) },
    {
      label: t("entry.client"),
      value:
        client && can("client.read") ? (
          <Link href={`/clients/${client.clientId}`} className="rounded-sm hover:text-link hover:underline">
            <bdi>{client.clientName}</bdi>
          </Link>
        ) : (
          <bdi>{client?.clientName ?? "—"}</bdi>
        ),
    },
    { label: t("entry.id"), value: <span className="text-xs [overflow-wrap:anywhere]">{entry.id}</span> },
  ];
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: "/reports", label: t("title") },
          { href: "/reports/journal", label: t("journal.title") },
        ]}
        title={t(`kinds.${entryKey(entry.kind)}`)}
        description={t("entry.permanent")}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <EntryLines entry={entry} currency={currency} />
        <Card>
          <CardHeader title={t("entry.facts")} />
          <CardContent>
            <DescriptionList items={facts} />
          </CardContent>
        </Card>
      </div>
    </>
  );
}
