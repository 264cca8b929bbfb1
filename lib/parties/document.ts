import type { invoices } from "@/db/schema";
import { type Owner, sealedRecord, sealedText } from "@/lib/platform/sealed-fields";
import type { Party, PartySecrets } from "./types";

type Row = typeof invoices.$inferSelect;

const NOTHING: PartySecrets = { taxNumber: null, addressLines: [] };
const seller = sealedRecord("invoices", "seller_sealed", NOTHING);
const buyer = sealedRecord("invoices", "buyer_sealed", NOTHING);
const paymentInstructions = sealedText("invoices", "payment_instructions_sealed");

type Snapshot = { seller: Party; buyer: Party; paymentInstructions: string | null };

const openPart = ({ name, email, country }: Party) => ({ name, email, country });
const secretPart = ({ taxNumber, addressLines }: Party): PartySecrets => ({ taxNumber, addressLines });

/** Who issues a document to whom, and how it is paid, as its row holds them: all but names, email and country sealed. */
export const sealSnapshot = (owner: Owner, snapshot: Snapshot) => ({
  seller: openPart(snapshot.seller),
  buyer: openPart(snapshot.buyer),
  sellerSealed: seller.seal(owner, secretPart(snapshot.seller)),
  buyerSealed: buyer.seal(owner, secretPart(snapshot.buyer)),
  paymentInstructionsSealed: paymentInstructions.seal(owner, snapshot.paymentInstructions),
});

/** A document's row as people know it. */
export function openDocument(row: Row) {
  const { sellerSealed, buyerSealed, paymentInstructionsSealed, ...rest } = row;
  return {
    ...rest,
    seller: row.seller && { ...row.seller, ...seller.open(row, sellerSealed) },
    buyer: row.buyer && { ...row.buyer, ...buyer.open(row, buyerSealed) },
    paymentInstructions: paymentInstructions.open(row, paymentInstructionsSealed),
  };
}
