import type { PaymentMethod } from "@/lib/core/payment-methods";

/** The accounts that every organization has. */
export type FixedAccount =
  | "receivable"
  | "withholding_receivable"
  | "client_credit"
  | "revenue"
  | "discounts"
  | "exchange_differences"
  | "gateway_fees"
  | "write_offs";

export type AccountCode = FixedAccount | `cash.${string}` | `tax_payable.${string}.${number}`;

/** Where money of this kind is kept: at the gateway, at the bank, in the till. */
export const cashAccount = (method: PaymentMethod, gateway: string | null): AccountCode =>
  `cash.${method === "bank_transfer" ? "bank" : method === "online" ? (gateway ?? "online") : method}`;

/** The account of one tax: `tax` is the VAT category or a compound tax's name, the rate in parts per million. */
export const taxAccount = (tax: string, ratePpm: number): AccountCode => `tax_payable.${tax}.${ratePpm}`;
