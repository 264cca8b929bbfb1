import type { Address } from "./types";

/** The fields of an address alone, of whatever else a row or a form holds; empty ones as null. */
export const addressIn = (fields: Partial<Address>): Address => ({
  addressLine1: fields.addressLine1 ?? null,
  addressLine2: fields.addressLine2 ?? null,
  postalCode: fields.postalCode ?? null,
  city: fields.city ?? null,
  region: fields.region ?? null,
});

/** Whatever else a form holds beside an address. */
export function withoutAddress<F extends Partial<Address>>(fields: F): Omit<F, keyof Address> {
  const { addressLine1, addressLine2, postalCode, city, region, ...rest } = fields;
  return rest;
}
