import { convert } from "@/lib/core/exchange";
import { sum } from "@/lib/core/money";
import { taxAccount } from "../accounts";
import type { StoredDocument, StoredPosting } from "./stored";

/** What finalizing a document must have posted, in sum by account. `base` is the organization's currency. Pure. */
export function expectedPostings(document: StoredDocument, base: string): StoredPosting[] {
  const { kind, exchangeRate } = document;
  if (kind === "quote" || exchangeRate === null) return [];
  const sign = kind === "invoice" ? 1n : -1n;
  // Documents issued before taxes had accounts of their own posted them together.
  const together = document.postings.some((posting) => posting.accountCode === "tax_payable");
  const posting = (accountCode: string, minor: bigint): StoredPosting => ({
    accountCode,
    amountMinor: sign * minor,
    baseMinor: convert(sign * minor, document.currency, base, exchangeRate),
  });
  const others = [
    posting("revenue", -(document.subtotalMinor + document.grantedMinor)),
    posting("discounts", document.grantedMinor),
    ...document.taxes.map((tax) => {
      if (tax.kind === "withholding") return posting("withholding_receivable", tax.taxMinor);
      const code = together ? "tax_payable" : taxAccount(tax.category ?? tax.name, tax.ratePpm);
      return posting(code, -tax.taxMinor);
    }),
  ];
  // What the roundings into the other currency leave over is the client's.
  const client: StoredPosting = {
    accountCode: kind === "invoice" ? "receivable" : "client_credit",
    amountMinor: sign * (document.totalMinor - document.withheldMinor),
    baseMinor: -sum(others.map(({ baseMinor }) => baseMinor)),
  };
  return byAccount([client, ...others]);
}

function byAccount(postings: readonly StoredPosting[]): StoredPosting[] {
  const codes = [...new Set(postings.map(({ accountCode }) => accountCode))];
  return codes.map((accountCode) => {
    const own = postings.filter((posting) => posting.accountCode === accountCode);
    return {
      accountCode,
      amountMinor: sum(own.map(({ amountMinor }) => amountMinor)),
      baseMinor: sum(own.map(({ baseMinor }) => baseMinor)),
    };
  });
}
