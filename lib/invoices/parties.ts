import type { Address, Party } from "@/lib/parties/types";

type Known = Address & { name: string; taxNumber: string | null; country: string | null };

/** An address as printed, one line each, empty ones left out. The country is printed from its code. */
export function addressLines(address: Address): string[] {
  const town = [address.postalCode, address.city].filter(Boolean).join(" ");
  return [address.addressLine1, address.addressLine2, town, address.region].filter((line): line is string =>
    Boolean(line),
  );
}

export const sellerOf = (organization: Known & { email: string | null }): Party => ({
  name: organization.name,
  email: organization.email,
  taxNumber: organization.taxNumber,
  addressLines: addressLines(organization),
  country: organization.country,
});

export const buyerOf = (client: Known, contact: { email: string | null } | null): Party => ({
  name: client.name,
  email: contact?.email ?? null,
  taxNumber: client.taxNumber,
  addressLines: addressLines(client),
  country: client.country,
});
