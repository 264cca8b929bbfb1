import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EditClientForm } from "@/components/clients/client-form";
import { PageHeader } from "@/components/ui/page-header";
import { clientValuesOf } from "@/lib/clients/form-values";
import { getClient } from "@/lib/clients/queries";
import { getOrganization } from "@/lib/organizations/queries";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { updateClientAction } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ ctx }, t] = await Promise.all([requireStaff("client.write"), getTranslations("clients")]);
  const { client } = await orNotFound(getClient(ctx, await params));
  return { title: t("detail.editTitle", { name: client.name }) };
}

export default async function EditClientPage({ params }: Props) {
  const { ctx } = await requireStaff("client.write");
  const [t, found, organization] = await Promise.all([
    getTranslations("clients"),
    orNotFound(getClient(ctx, await params)),
    getOrganization(ctx, {}),
  ]);
  const { id, name, version } = found.client;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        breadcrumbs={[
          { href: "/clients", label: t("title") },
          { href: `/clients/${id}`, label: name },
        ]}
        title={t("detail.editTitle", { name })}
      />
      <EditClientForm
        key={id}
        values={{ ...clientValuesOf(found), id, version }}
        action={updateClientAction}
        defaultTerms={organization.paymentTermsDays}
      />
    </div>
  );
}
