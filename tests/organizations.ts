/** What the organization's form sends of one that `organizationFixture` made: with an address and a bank account. */
export const organizationForm = {
  version: 1,
  name: "Example Ltd",
  email: "billing@example.com",
  taxNumber: "DE000000000",
  addressLine1: "2 Seller Street",
  addressLine2: "Back yard",
  postalCode: "10115",
  city: "Berlin",
  region: "",
  country: "DE",
  currency: "EUR",
  timeZone: "UTC",
  paymentTermsDays: "14",
  paymentInstructions: "By transfer to DE02 1203 0000 0000 2020 51",
  accentColor: "#4f46e5",
};
