import type { OpenParty } from "@/db/schema";

/** An address as it is entered; the country is kept open beside it. */
export type Address = {
  addressLine1: string | null;
  addressLine2: string | null;
  postalCode: string | null;
  city: string | null;
  region: string | null;
};

export const NO_ADDRESS: Address = {
  addressLine1: null,
  addressLine2: null,
  postalCode: null,
  city: null,
  region: null,
};

/** What is sealed of a seller or buyer on an issued document. */
export type PartySecrets = { taxNumber: string | null; addressLines: string[] };

/** Seller or buyer as printed on an issued document. */
export type Party = OpenParty & PartySecrets;
