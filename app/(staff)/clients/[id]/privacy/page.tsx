import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ErasureCard } from "@/components/privacy/erasure-card";
import { ExportTable } from "@/components/privacy/export-table";
import { RequestExport } from "@/components/privacy/request-export";
import { Section } from "@/components/privacy/section";
import { PageHeader } from "@/components/ui/page-header";
import { erasurePreview } from "@/lib/privacy/erasure-preview";
import { listClientExports } from "@/lib/privacy/export-queries";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { eraseClientAction, mayDownloadClientAction, requestClientExportAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("title") };
}

/** All that is held on a client: to take out, or to erase. */
export default async function ClientPrivacyPage({ params }: { params: Promise<{ id: string }> }) {
  const { ctx, organization, can } = await requireStaff("privacy.read");
  const { id } = await params;
  const [t, clients, locale, preview, exports] = await Promise.all([
    getTranslations("privacy"),
    getTranslations("clients"),
    getLocale(),
    orNotFound(erasurePreview(ctx, { clientId: id })),
    orNotFound(listClientExports(ctx, { clientId: id })),
  ]);
  const { client } = preview;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: "/clients", label: clients("title") },
          { href: `/clients/${id}`, label: client.name },
        ]}
        title={t("title")}
      />
      <div className="flex max-w-4xl flex-col gap-8">
        <Section
          title={t("export.title")}
          description={t("export.description")}
          actions={
            can("privacy.export") && <RequestExport clientId={id} action={requestClientExportAction} />
          }
        >
          <ExportTable
            rows={exports}
            path={`/clients/${id}/privacy/export`}
            locale={locale}
            timeZone={organization.timeZone}
            mayDownload={can("privacy.export") ? mayDownloadClientAction : null}
          />
        </Section>
        <ErasureCard
          preview={preview}
          timeZone={organization.timeZone}
          action={can("privacy.erase") ? eraseClientAction : null}
        />
      </div>
    </>
  );
}
