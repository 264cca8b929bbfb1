import type { clients, contacts } from "@/db/schema";
import { keyedHash, keyedHashes } from "@/lib/platform/keyed-hash";
import { type Owner, sealedRecord, sealedText } from "@/lib/platform/sealed-fields";
import { addressIn, withoutAddress } from "./address";
import { type Address, NO_ADDRESS } from "./types";

type Client = typeof clients.$inferSelect;
type Contact = typeof contacts.$inferSelect;

const taxNumber = sealedText("clients", "tax_number_sealed");
const address = sealedRecord("clients", "address_sealed", NO_ADDRESS);
const phone = sealedText("contacts", "phone_sealed");
const hashPlace = (organizationId: string) => ({
  table: "clients",
  column: "tax_number_hash",
  organizationId,
});

/** A client's fields as the table holds them: tax number and address sealed, the tax number's hash to find it by. */
export function sealClient<F extends Partial<Address> & { taxNumber?: string | null }>(
  owner: Owner,
  fields: F,
) {
  const { taxNumber: number, ...rest } = withoutAddress(fields);
  return {
    ...rest,
    taxNumberSealed: taxNumber.seal(owner, number),
    taxNumberHash: number ? keyedHash(number, hashPlace(owner.organizationId)) : null,
    addressSealed: address.seal(owner, addressIn(fields)),
  };
}

/** A client's row as people know it. */
export function openClient<R extends Pick<Client, keyof Owner | "taxNumberSealed" | "addressSealed">>(
  row: R,
) {
  const { taxNumberSealed, addressSealed, ...rest } = row;
  return {
    ...rest,
    taxNumber: taxNumber.open(row, taxNumberSealed),
    ...address.open(row, addressSealed),
  };
}

/** The city of a sealed address, for a list. */
export const cityOf = (row: Pick<Client, keyof Owner | "addressSealed">): string | null =>
  address.open(row, row.addressSealed).city;

/** The hashes under which a client of exactly this tax number may be found; none for a text that can't be one. */
export const taxNumberHashes = (organizationId: string, text: string): string[] =>
  keyedHashes(text, hashPlace(organizationId));

/** A contact's phone number as the table holds it. */
export const sealPhone = (owner: Owner, number: string | null) => ({
  phoneSealed: phone.seal(owner, number),
});

/** A contact's row as people know it. */
export function openContact({ phoneSealed, ...contact }: Contact) {
  return { ...contact, phone: phone.open(contact, phoneSealed) };
}
