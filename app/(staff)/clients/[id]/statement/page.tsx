import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeriodPicker } from "@/components/reports/period-picker";
import { SendStatement } from "@/components/statements/send-statement";
import { StatementTable } from "@/components/statements/statement-table";
import { buttonVariants } from "@/components/ui/button-variants";
import { PageHeader } from "@/components/ui/page-header";
import { getClient } from "@/lib/clients/queries";
import { dateIn } from "@/lib/core/dates";
import { readPeriod } from "@/lib/core/period";
import { statementViewOf } from "@/lib/documents/statement/view";
import { clock } from "@/lib/platform/clock";
import { clientStatement } from "@/lib/statements/queries";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { firstValues, type SearchParams } from "@/lib/web/params";
import { sendStatementAction } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statement"))("title") };
}

export default async function StatementPage({ params, searchParams }: Props) {
  const { ctx, organization, can } = await requireStaff("statement.read");
  const [{ id }, typed] = await Promise.all([params, firstValues(searchParams)]);
  const today = dateIn(clock.now(), organization.timeZone);
  const { period, problem } = readPeriod(typed, today);
  const [t, clients, { client, contact }, statement] = await Promise.all([
    getTranslations("statement"),
    getTranslations("clients"),
    orNotFound(getClient(ctx, { id })),
    orNotFound(clientStatement(ctx, { clientId: id, ...period })),
  ]);
  const path = `/clients/${id}/statement`;
  const view = statementViewOf(statement);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: "/clients", label: clients("title") },
          { href: `/clients/${id}`, label: client.name },
        ]}
        title={t("title")}
        description={view.period}
        actions={
          <>
            {/* Not a router link: it is a file. */}
            <a href={`${path}/pdf?${new URLSearchParams(period)}`} className={buttonVariants({})}>
              <Download aria-hidden />
              {t("download")}
            </a>
            {can("statement.send") && !client.erasedAt && (
              <SendStatement
                clientId={id}
                period={period}
                email={contact?.email ?? null}
                action={sendStatementAction}
              />
            )}
          </>
        }
      />
      <PeriodPicker path={path} period={period} typed={typed} problem={problem} today={today} />
      <div className="flex flex-col gap-6">
        {view.sections.map((section) => (
          <StatementTable key={section.currency} section={section} />
        ))}
      </div>
    </>
  );
}
