import type { organizations } from "@/db/schema";
import { sealedRecord, sealedText } from "@/lib/platform/sealed-fields";
import { addressIn, withoutAddress } from "./address";
import { type Address, NO_ADDRESS } from "./types";

type Row = typeof organizations.$inferSelect;
type Secrets = Address & { taxNumber: string | null; paymentInstructions: string | null };

const taxNumber = sealedText("organizations", "tax_number_sealed");
const address = sealedRecord("organizations", "address_sealed", NO_ADDRESS);
const paymentInstructions = sealedText("organizations", "payment_instructions_sealed");

/** An organization's fields as the table holds them: tax number, address and payment instructions sealed. */
export function sealOrganization<F extends Partial<Secrets>>(id: string, fields: F) {
  const owner = { id, organizationId: id };
  const { taxNumber: number, paymentInstructions: text, ...rest } = withoutAddress(fields);
  return {
    ...rest,
    taxNumberSealed: taxNumber.seal(owner, number),
    addressSealed: address.seal(owner, addressIn(fields)),
    paymentInstructionsSealed: paymentInstructions.seal(owner, text),
  };
}

/** An organization's row as people know it. */
export function openOrganization(row: Row) {
  const { taxNumberSealed, addressSealed, paymentInstructionsSealed, ...rest } = row;
  const owner = { id: row.id, organizationId: row.id };
  return {
    ...rest,
    taxNumber: taxNumber.open(owner, taxNumberSealed),
    ...address.open(owner, addressSealed),
    paymentInstructions: paymentInstructions.open(owner, paymentInstructionsSealed),
  };
}

export type Organization = ReturnType<typeof openOrganization>;
