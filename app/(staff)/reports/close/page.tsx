import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CloseForm } from "@/components/reports/close-form";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { namedPeriod } from "@/lib/core/period";
import { formatDate } from "@/lib/i18n/format";
import { getClosing } from "@/lib/ledger/close-books";
import { requireStaff } from "@/lib/web/current";
import { closeBooksAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports.close"))("title") };
}

export default async function ClosePage() {
  const { ctx, can } = await requireStaff("books.read");
  const [t, locale, { closedOn, today, latest }] = await Promise.all([
    getTranslations("reports"),
    getLocale(),
    getClosing(ctx, {}),
  ]);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: "/reports", label: t("title") }]}
        title={t("close.title")}
        description={t("close.description")}
      />
      <div className="flex max-w-2xl flex-col gap-5">
        <Alert tone="neutral" title={t("close.explainTitle")}>
          {t("close.explain")}
        </Alert>
        <Card>
          <CardHeader
            title={closedOn ? t("hub.closedOn", { date: formatDate(closedOn, locale) }) : t("close.never")}
            description={can("books.close") ? undefined : t("close.adminOnly")}
          />
          <CardContent>
            {can("books.close") && (
              <CloseForm
                // Another date is another form: what was typed for the old one is no longer meant.
                key={closedOn}
                closedOn={closedOn}
                suggested={namedPeriod("lastMonth", today).to}
                latest={latest}
                action={closeBooksAction}
              />
            )}
          </CardContent>
        </Card>
      </div>
    </>
  );
}
