import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PayerField } from "@/components/payments/payer-field";
import { RecordForm } from "@/components/payments/record-form";
import { PageHeader } from "@/components/ui/page-header";
import { getClientChoice, searchClients } from "@/lib/clients/queries";
import { dateIn } from "@/lib/core/dates";
import { getOrganization } from "@/lib/organizations/queries";
import { openInvoices } from "@/lib/payments/settling";
import { clock } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { firstValues, type SearchParams } from "@/lib/web/params";
import { searchClientsAction } from "../../settings/users/actions";
import { recordPaymentAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payments"))("form.title") };
}

export default async function NewPaymentPage({ searchParams }: { searchParams: SearchParams }) {
  const { ctx } = await requireStaff("payment.record");
  const { client: clientId } = await firstValues(searchParams);
  const [t, organization, first, client, invoices] = await Promise.all([
    getTranslations("payments"),
    getOrganization(ctx, {}),
    searchClients(ctx, { search: "" }),
    clientId ? orNotFound(getClientChoice(ctx, { id: clientId })) : null,
    clientId ? orNotFound(openInvoices(ctx, { clientId })) : [],
  ]);
  const currencies = client
    ? [...new Set([...invoices.map(({ currency }) => currency), client.currency, organization.currency])]
    : [];
  return (
    <div className="max-w-3xl">
      <PageHeader breadcrumbs={[{ href: "/payments", label: t("title") }]} title={t("form.title")} />
      <PayerField client={client} clients={{ first, search: searchClientsAction }} />
      {client && (
        <RecordForm
          key={client.id}
          client={{ id: client.id, email: client.email }}
          invoices={invoices}
          currencies={currencies}
          setting={{
            today: dateIn(clock.now(), organization.timeZone),
            baseCurrency: organization.currency,
          }}
          record={recordPaymentAction}
        />
      )}
    </div>
  );
}
