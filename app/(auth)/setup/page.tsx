import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SetUpForm } from "@/components/auth/set-up-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { SandboxBanner } from "@/components/staff/sandbox-banner";
import { countryChoices, currencyChoices, timeZoneChoices } from "@/lib/i18n/choices";
import { needsSetUp } from "@/lib/organizations/queries";
import { sandbox } from "@/lib/web/sandbox";
import { setUpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.setUp");
  return { title: t("title") };
}

export default async function SetUpPage() {
  if (!(await needsSetUp())) redirect("/sign-in");
  const [t, locale] = await Promise.all([getTranslations("auth.setUp"), getLocale()]);
  const choices = {
    countries: countryChoices(locale),
    currencies: currencyChoices(locale),
    timeZones: timeZoneChoices(),
  };
  return (
    <AuthShell
      wide
      title={t("title")}
      description={t("description")}
      banner={<SandboxBanner sandbox={sandbox()} />}
    >
      <SetUpForm action={setUpAction} choices={choices} />
    </AuthShell>
  );
}
