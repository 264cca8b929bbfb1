import type { TaxCategory } from "@/lib/core/tax";

/** An issued document as it is stored, with what its finalization has posted. Amounts in minor units. */
export type StoredDocument = {
  id: string;
  kind: "invoice" | "credit_note" | "quote";
  number: string;
  currency: string;
  /** A quote has none. */
  exchangeRate: string | null;
  pricesIncludeTax: boolean;
  subtotalMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
  withheldMinor: bigint;
  grantedMinor: bigint;
  items: StoredItem[];
  /** A row for each tax that a discount or charge is spread over. */
  adjustments: StoredAdjustment[];
  taxes: StoredTaxRow[];
  postings: StoredPosting[];
};

export type StoredTax = {
  taxCategory: TaxCategory;
  taxRatePpm: number;
  compoundName: string | null;
  compoundPpm: number | null;
  withholdingName: string | null;
  withholdingPpm: number | null;
};

export type StoredItem = StoredTax & {
  position: number;
  quantity: string;
  unitPrice: string;
  discountPpm: number | null;
  discountAmountMinor: bigint | null;
  grossMinor: bigint;
  discountMinor: bigint;
  amountMinor: bigint;
  netMinor: bigint;
};

export type StoredAdjustment = StoredTax & {
  position: number;
  kind: "discount" | "charge";
  percentPpm: number | null;
  enteredMinor: bigint | null;
  isSpread: boolean;
  amountMinor: bigint;
  netMinor: bigint;
};

export type StoredTaxRow = {
  kind: "vat" | "compound" | "withholding";
  category: TaxCategory | null;
  name: string;
  ratePpm: number;
  baseMinor: bigint;
  taxMinor: bigint;
};

export type StoredPosting = { accountCode: string; amountMinor: bigint; baseMinor: bigint };
