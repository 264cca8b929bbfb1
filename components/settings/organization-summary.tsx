import { useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { Organization } from "./organization";

/** What those see who may not change it. */
export function OrganizationSummary({
  organization,
  locale,
}: {
  organization: Organization;
  locale: string;
}) {
  const t = useTranslations("settings.organization");
  const country = new Intl.DisplayNames(locale, { type: "region" }).of(organization.country);
  const town = [organization.postalCode, organization.city].filter(Boolean).join(" ");
  const address = [
    organization.addressLine1,
    organization.addressLine2,
    town,
    organization.region,
    country,
  ].filter(Boolean);
  const items = [
    { label: t("name"), value: organization.name },
    { label: t("email"), value: organization.email },
    { label: t("taxNumber"), value: organization.taxNumber },
    { label: t("address"), value: <span className="whitespace-pre-line">{address.join("\n")}</span> },
    { label: t("currency"), value: organization.currency },
    { label: t("paymentTermsDays"), value: organization.paymentTermsDays },
    { label: t("timeZone"), value: organization.timeZone },
    {
      label: t("paymentInstructions"),
      value: organization.paymentInstructions && (
        <span className="whitespace-pre-line">{organization.paymentInstructions}</span>
      ),
    },
  ];
  return (
    <Card>
      <CardHeader title={t("identity")} description={t("readOnly")} />
      <CardContent>
        <DescriptionList items={items.map(({ label, value }) => ({ label, value: value || "—" }))} />
      </CardContent>
    </Card>
  );
}
