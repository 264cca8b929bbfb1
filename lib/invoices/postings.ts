import type { invoices, invoiceTaxes } from "@/db/schema";
import { taxAccount } from "@/lib/ledger/accounts";
import type { Posting } from "@/lib/ledger/post";

type Document = Pick<
  typeof invoices.$inferSelect,
  "id" | "kind" | "subtotalMinor" | "grantedMinor" | "totalMinor" | "withheldMinor"
>;
type Tax = Pick<typeof invoiceTaxes.$inferSelect, "kind" | "category" | "name" | "ratePpm" | "taxMinor">;

/** What the client is to pay, or gets credited, in minor units: the total less what it keeps back as tax. */
export const payableOf = (document: Pick<Document, "totalMinor" | "withheldMinor">): bigint =>
  document.totalMinor - document.withheldMinor;

/**
 * What issuing a document posts: revenue before discounts, the discounts, each tax in its own account, and what the
 * client owes. A credit note posts the opposite and leaves the client a credit. `toBase` converts minor units to the
 * organization's currency; what its roundings leave over is the client's.
 */
export function finalizationPostings(
  document: Document,
  taxes: readonly Tax[],
  toBase: (amountMinor: bigint) => bigint,
): Posting[] {
  const isCredit = document.kind === "credit_note";
  const sign = isCredit ? -1n : 1n;
  const of = isCredit ? { creditNoteId: document.id } : { invoiceId: document.id };
  const posting = (account: Posting["account"], minor: bigint): Posting => ({
    account,
    amountMinor: sign * minor,
    baseMinor: toBase(sign * minor),
    ...of,
  });
  const others = [
    posting("revenue", -(document.subtotalMinor + document.grantedMinor)),
    posting("discounts", document.grantedMinor),
    ...taxes.map((tax) =>
      tax.kind === "withholding"
        ? posting("withholding_receivable", tax.taxMinor)
        : posting(taxAccount(tax.category ?? tax.name, tax.ratePpm), -tax.taxMinor),
    ),
  ];
  return [
    {
      account: isCredit ? "client_credit" : "receivable",
      amountMinor: sign * payableOf(document),
      baseMinor: -others.reduce((total, { baseMinor }) => total + baseMinor, 0n),
      ...of,
    },
    ...others,
  ];
}
