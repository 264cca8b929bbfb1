import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewClientForm } from "@/components/clients/client-form";
import { PageHeader } from "@/components/ui/page-header";
import { emptyClient } from "@/lib/clients/form-values";
import { getOrganization } from "@/lib/organizations/queries";
import { newId } from "@/lib/platform/ids";
import { requireStaff } from "@/lib/web/current";
import { createClientAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("clients"))("new") };
}

export default async function NewClientPage() {
  const { ctx } = await requireStaff("client.write");
  const [t, organization] = await Promise.all([getTranslations("clients"), getOrganization(ctx, {})]);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader breadcrumbs={[{ href: "/clients", label: t("title") }]} title={t("new")} />
      <NewClientForm
        values={{ ...emptyClient(organization.currency), id: newId() }}
        action={createClientAction}
        defaultTerms={organization.paymentTermsDays}
      />
    </div>
  );
}
