import { isCurrency } from "@/lib/core/currencies";
import type { DocumentKind } from "@/lib/core/status";
import type { DocumentLabels } from "@/lib/documents/labels";
import type { DocumentLogo, DocumentParty } from "@/lib/documents/types";
import type { TypedLine } from "@/lib/invoices/preview";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import type { TaxRate } from "@/lib/invoices/tax-rate";

/** A client as the editor knows it: what the document prints, and what choosing it sets. */
export type EditorClient = {
  id: string;
  name: string;
  currency: string;
  paymentTermsDays: number | null;
  email: string | null;
  taxNumber: string | null;
  addressLine1: string | null;
  addressLine2: string | null;
  postalCode: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
};

/** What an invoice starts from and is printed with, beside its own fields. */
export type EditorSetting = {
  logo?: DocumentLogo | undefined;
  seller: DocumentParty;
  locale: string;
  /** ISO 4217 code of the organization. */
  currency: string;
  paymentTermsDays: number;
  paymentInstructions: string | null;
  accentColor: string;
  /** In the order to choose from; `label` is the name with its percentage. */
  taxRates: readonly (TaxRate & { isDefault: boolean; label: string })[];
  labels: DocumentLabels;
  /** The organization's ISO date. */
  today: string;
  kind: DocumentKind;
  /** The number of the invoice that a credit note credits. */
  creditedNumber?: string | undefined;
};

/** The days that a client has to pay; a quote is valid as long as the organization says. */
export const termsOf = (
  client: Pick<EditorClient, "paymentTermsDays"> | null,
  setting: Pick<EditorSetting, "kind">,
): number | null => (setting.kind === "quote" ? null : (client?.paymentTermsDays ?? null));

export type EditorLine = InvoiceForm["lines"][number];
export type EditorAdjustment = NonNullable<InvoiceForm["adjustments"]>[number];

/** A line to type into: one of whatever it will be, taxed as usual. */
export function emptyLine(setting: Pick<EditorSetting, "taxRates">): EditorLine {
  return {
    description: "",
    quantity: "1",
    unit: "",
    unitPrice: "",
    discountKind: "percent",
    discount: "",
    taxRateId: setting.taxRates.find((rate) => rate.isDefault)?.id ?? "",
  };
}

/** Whether nobody wrote anything into a line: such lines are not saved. */
export function isBlank(line: TypedLine): boolean {
  return !line.description?.trim() && !line.unitPrice?.trim() && !line.discount?.trim();
}

/** Whether it has to say what its currency is worth; a credit note has its invoice's rate, and a quote posts nothing. */
export const needsRate = (setting: Pick<EditorSetting, "kind" | "currency">, currency: string): boolean =>
  setting.kind === "invoice" && isCurrency(currency) && currency !== setting.currency;

/** What is sent: the lines that say something. */
export function withoutBlankLines(values: InvoiceForm): InvoiceForm {
  return { ...values, lines: values.lines.filter((line) => !isBlank(line)) };
}
