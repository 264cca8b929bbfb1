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
  /** After discount, before tax. */
  netMinor: bigint;
};

export type DocumentTax = { label: string; baseMinor: bigint; taxMinor: bigint };

/**
 * Everything that an invoice prints, for the page and for the PDF alike. Amounts are minor units of
 * `currency`, dates are ISO dates; the renderers write them in `locale`.
 */
export type DocumentView = {
  kind: DocumentKind;
  isDeposit?: boolean | undefined;
  /** The number of the invoice that a credit note credits. */
  creditedNumber?: string | undefined;
  /** Null while it is a draft. */
  number: string | null;
  statusLabel?: string | undefined;
  issueDate: string;
  dueDate: string;
  currency: string;
  /** BCP 47: the reader's. */
  locale: string;
  seller: DocumentParty;
  buyer: DocumentParty | null;
  lines: readonly DocumentLine[];
  taxes: readonly DocumentTax[];
  subtotalMinor: bigint;
  discountMinor?: bigint | undefined;
  taxTotalMinor: bigint;
  totalMinor: bigint;
  paidMinor: bigint;
  balanceMinor: bigint;
  notes?: string | undefined;
  paymentInstructions?: string | undefined;
  /** CSS colour of the organization; only ever drawn, never written with. */
  accentColor?: string | undefined;
};
