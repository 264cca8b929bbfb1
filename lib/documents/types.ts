import type { DocumentKind } from "@/lib/core/status";

/** Seller or buyer, as printed. */
export type DocumentParty = {
  name: string;
  addressLines: readonly string[];
  taxNumber?: string | undefined;
  email?: string | undefined;
};

export type DocumentLine = {
  /** Distinguishes the line from the others; never printed. */
  id: string;
  description: string;
  /** Decimal text. */
  quantity: string;
  /** Printed after the quantity: "h", "pcs". */
  unit?: string | undefined;
  /** Decimal text in major units; may have more decimals than the currency. */
  unitPrice: string;
  discountLabel?: string | undefined;
  taxLabel?: string | undefined;
  /** After discount, in the terms of the prices: with or without tax. */
  amountMinor: bigint;
};

/** A discount (negative) or charge on the whole document, in the terms of the prices. */
export type DocumentAdjustment = { label: string; minor: bigint };

/** `key` tells which tax it is, for `totalRows`; a withholding tax is positive. */
export type DocumentTax = { key: string; label: string; baseMinor: bigint; taxMinor: bigint };

/** The seller's logo: where it is served from, and its size in pixels. */
export type DocumentLogo = { src: string; width: number; height: number };

/** The lines of a document and what stands between them and its total, in minor units. */
export type DocumentAmounts = {
  currency: string;
  /** BCP 47: the reader's. */
  locale: string;
  pricesIncludeTax: boolean;
  lines: readonly DocumentLine[];
  /** The sum of the lines' amounts. */
  linesMinor: bigint;
  adjustments: readonly DocumentAdjustment[];
  /** VAT and compound taxes. */
  taxes: readonly DocumentTax[];
  withholdings: readonly DocumentTax[];
  /** What the law wants said about supplies without tax. */
  reasons: readonly string[];
  subtotalMinor: bigint;
  taxTotalMinor: bigint;
  totalMinor: bigint;
  payableMinor: bigint;
  /** When its currency is not the seller's: one unit of it in the seller's, and its tax in that (EN 16931 BT-111). */
  exchange?: { currency: string; rate: string; taxMinor: bigint } | undefined;
};

/**
 * Everything that an invoice prints, for the page and for the PDF alike. Amounts are minor units of
 * `currency`, dates are ISO dates; the renderers write them in `locale`.
 */
export type DocumentView = DocumentAmounts & {
  kind: DocumentKind;
  isDeposit?: boolean | undefined;
  /** The number of the invoice that a credit note credits. */
  creditedNumber?: string | undefined;
  /** Null while it is a draft. */
  number: string | null;
  statusLabel?: string | undefined;
  issueDate: string;
  dueDate: string;
  logo?: DocumentLogo | undefined;
  seller: DocumentParty;
  buyer: DocumentParty | null;
  paidMinor: bigint;
  balanceMinor: bigint;
  /** What is due when, of a payment plan. */
  plan?: readonly { dueDate: string; amountMinor: bigint }[] | undefined;
  notes?: string | undefined;
  paymentInstructions?: string | undefined;
  /** CSS colour of the organization; only ever drawn, never written with. */
  accentColor?: string | undefined;
};
