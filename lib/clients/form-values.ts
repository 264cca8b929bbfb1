import type { getClient } from "./queries";
import type { ClientForm } from "./schemas";

/** A stored client as its form's fields: texts, empty where nothing is known. */
export function clientValuesOf({
  client,
  contact,
}: Awaited<ReturnType<typeof getClient>>): Required<ClientForm> {
  return {
    name: client.name,
    contactName: contact?.name ?? "",
    email: contact?.email ?? "",
    phone: contact?.phone ?? "",
    taxNumber: client.taxNumber ?? "",
    addressLine1: client.addressLine1 ?? "",
    addressLine2: client.addressLine2 ?? "",
    postalCode: client.postalCode ?? "",
    city: client.city ?? "",
    region: client.region ?? "",
    country: client.country ?? "",
    currency: client.currency,
    paymentTermsDays: client.paymentTermsDays === null ? "" : String(client.paymentTermsDays),
    notes: client.notes ?? "",
  };
}

/** A client that is not there yet. */
export const emptyClient = (currency: string, name = ""): Required<ClientForm> => ({
  name,
  contactName: "",
  email: "",
  phone: "",
  taxNumber: "",
  addressLine1: "",
  addressLine2: "",
  postalCode: "",
  city: "",
  region: "",
  country: "",
  currency,
  paymentTermsDays: "",
  notes: "",
});
