import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AddFactor } from "@/components/factors/add-factor";
import { FactorList } from "@/components/factors/factor-list";
import { RenewCodes } from "@/components/factors/renew-codes";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardFooter, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ownFactors } from "@/lib/factors/queries";
import { requirePermission } from "@/lib/web/current";
import {
  addPasskeyAction,
  confirmAppAction,
  newPasskeyQuestionAction,
  removeFactorAction,
  renameFactorAction,
  renewCodesAction,
  startAppAction,
} from "./actions";

const FEW = 3;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("factors");
  return { title: t("title") };
}

/** A person's own second factors and recovery codes. */
export default async function SecurityPage() {
  const { ctx, organization } = await requirePermission("factor.read");
  const [t, account, locale, { list, codesLeft, required }] = await Promise.all([
    getTranslations("factors"),
    getTranslations("account"),
    getLocale(),
    ownFactors(ctx, {}),
  ]);
  const actions = {
    startApp: startAppAction,
    confirmApp: confirmAppAction,
    passkeyQuestion: newPasskeyQuestionAction,
    addPasskey: addPasskeyAction,
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        breadcrumbs={[{ label: account("title"), href: "/account" }]}
      />
      <div className="flex max-w-3xl flex-col gap-5">
        <Card>
          <CardHeader
            title={t("list.title")}
            description={
              required ? t("list.required", { organization: organization.name }) : t("list.optional")
            }
          />
          <CardContent>
            <FactorList
              factors={list}
              locale={locale}
              timeZone={organization.timeZone}
              rename={renameFactorAction}
              remove={removeFactorAction}
            />
          </CardContent>
          <CardFooter>
            <AddFactor kind="app" actions={actions} />
            <AddFactor kind="passkey" actions={actions} />
          </CardFooter>
        </Card>
        {list.length > 0 && (
          <Card>
            <CardHeader
              title={t("codes.title")}
              description={t("codes.left", { count: codesLeft })}
              actions={<RenewCodes action={renewCodesAction} />}
            />
            <CardContent>
              {codesLeft < FEW ? (
                <Alert tone="warning">{t("codes.few")}</Alert>
              ) : (
                <p className="text-sm text-pretty text-muted-foreground">{t("codes.what")}</p>
              )}
            </CardContent>
          </Card>
        )}
      </div>
    </>
  );
}
