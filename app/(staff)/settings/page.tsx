import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LogoCard } from "@/components/settings/logo-card";
import { NumberSeries } from "@/components/settings/number-series";
import { OrganizationForm } from "@/components/settings/organization-form";
import { OrganizationSummary } from "@/components/settings/organization-summary";
import { TaxRates } from "@/components/settings/tax-rates";
import { WebhookAddress } from "@/components/settings/webhook-address";
import { dateIn } from "@/lib/core/dates";
import { logoAt } from "@/lib/documents/logo";
import { getLogo } from "@/lib/files/queries";
import { countryChoices, currencyChoices, timeZoneChoices } from "@/lib/i18n/choices";
import { taxRateOf } from "@/lib/invoices/tax-rate";
import { getOrganization, listNumberSeries, listTaxRates } from "@/lib/organizations/queries";
import { clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { requireStaff } from "@/lib/web/current";
import {
  createTaxRateAction,
  removeLogoAction,
  setDefaultTaxRateAction,
  updateNumberSeriesAction,
  updateOrganizationAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function OrganizationPage() {
  const { ctx, can } = await requireStaff("taxRate.read");
  const mayWrite = can("organization.write");
  const [locale, organization, taxRates, series, logo] = await Promise.all([
    getLocale(),
    getOrganization(ctx, {}),
    listTaxRates(ctx, {}),
    mayWrite ? listNumberSeries(ctx, {}) : [],
    getLogo(ctx, {}),
  ]);
  const choices = {
    countries: countryChoices(locale),
    currencies: currencyChoices(locale),
    timeZones: timeZoneChoices(),
  };
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
      {mayWrite ? (
        <OrganizationForm organization={organization} choices={choices} action={updateOrganizationAction} />
      ) : (
        <OrganizationSummary organization={organization} locale={locale} />
      )}
      <div className="flex flex-col gap-5">
        {mayWrite && <LogoCard logo={logoAt(logo, "/files")} remove={removeLogoAction} />}
        <TaxRates
          rates={taxRates.map((row) => ({ ...taxRateOf(row), isDefault: row.isDefault }))}
          locale={locale}
          {...(can("taxRate.write")
            ? { actions: { create: createTaxRateAction, setDefault: setDefaultTaxRateAction } }
            : {})}
        />
        {mayWrite && (
          <>
            <NumberSeries
              series={series}
              today={dateIn(clock.now(), organization.timeZone)}
              action={updateNumberSeriesAction}
            />
            <WebhookAddress
              address={`${env().APP_URL.replace(/\/$/, "")}/api/webhooks/stripe/${organization.id}`}
            />
          </>
        )}
      </div>
    </div>
  );
}
