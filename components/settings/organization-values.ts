import type { Organization, OrganizationValues } from "./organization";

/** The organization as its form holds it: text, empty where there is nothing. */
export function organizationValues(organization: Organization): OrganizationValues {
  return {
    version: organization.version,
    name: organization.name,
    email: organization.email ?? "",
    taxNumber: organization.taxNumber ?? "",
    addressLine1: organization.addressLine1 ?? "",
    addressLine2: organization.addressLine2 ?? "",
    postalCode: organization.postalCode ?? "",
    city: organization.city ?? "",
    region: organization.region ?? "",
    country: organization.country,
    currency: organization.currency,
    timeZone: organization.timeZone,
    paymentTermsDays: String(organization.paymentTermsDays),
    paymentInstructions: organization.paymentInstructions ?? "",
    appliesCredit: organization.appliesCredit,
    accentColor: organization.accentColor,
  };
}
