import { isCurrency } from "@/lib/core/currencies";
import { isDecimal } from "@/lib/core/decimal";
import { type DocumentRows, rowsOf } from "./rows";
import type { InvoiceAdjustment, InvoiceLine } from "./schemas";
import type { TaxRate } from "./tax-rate";
import type { LegalText } from "./tax-rows";
import { valueProblem } from "./values";

type Typed<T> = { [K in keyof T]?: T[K] | null | undefined };

/** A line, or a discount or charge, while it is typed: anything may be missing, and any text in a number's place. */
export type TypedLine = Typed<InvoiceLine>;
export type TypedAdjustment = Typed<InvoiceAdjustment>;

/** An invoice while it is typed. */
export type TypedFields = {
  currency?: string | undefined;
  pricesIncludeTax?: boolean | undefined;
  lines?: readonly (TypedLine | undefined)[] | undefined;
  adjustments?: readonly (TypedAdjustment | undefined)[] | undefined;
};

/** A document that is not stored yet. */
export type Preview = DocumentRows & { currency: string; pricesIncludeTax: boolean };

/**
 * The sums and rows of an invoice while it is typed, by the same functions as the server's: what is not a number yet
 * counts as nothing, what is not valid yet is left out. Never throws.
 */
export function previewOf(
  typed: TypedFields,
  rates: ReadonlyMap<string, TaxRate>,
  legalText: LegalText,
): Preview {
  const currency = typed.currency && isCurrency(typed.currency) ? typed.currency : "EUR";
  const pricesIncludeTax = typed.pricesIncludeTax ?? false;
  const lines = (typed.lines ?? []).map((line): InvoiceLine => {
    const discount = valueIn(line?.discountKind, line?.discount, currency);
    return {
      description: line?.description ?? "",
      quantity: number(line?.quantity),
      unit: line?.unit?.trim() || null,
      unitPrice: amount(line?.unitPrice),
      discountKind: discount.kind,
      discount: discount.text,
      taxRateId: line?.taxRateId || null,
      deductsInvoiceId: line?.deductsInvoiceId || null,
    };
  });
  const adjustments = (typed.adjustments ?? []).map((one): InvoiceAdjustment => {
    const value = valueIn(one?.valueKind, one?.value, currency);
    return {
      kind: one?.kind ?? "discount",
      description: one?.description ?? "",
      valueKind: value.kind,
      value: value.text,
      taxRateId: one?.taxRateId || null,
    };
  });
  const rows = rowsOf({ currency, pricesIncludeTax, lines, adjustments }, rates, legalText);
  return { currency, pricesIncludeTax, ...rows };
}

type Text = string | null | undefined;

/** "12." and ".5" are on their way to a number; "1e5" and "abc" are not. */
function number(text: Text): string {
  const half = (text ?? "")
    .trim()
    .replace(/\.$/, "")
    .replace(/^(-?)\./, "$10.");
  return isDecimal(half) ? half : "0";
}

function amount(text: Text): string {
  const value = number(text);
  return value.startsWith("-") ? "0" : value;
}

function valueIn(kind: "percent" | "amount" | null | undefined, text: Text, currency: string) {
  const value = { kind: kind ?? "percent", text: amount(text) };
  return { kind: value.kind, text: valueProblem(value, currency, "tooMuch") ? "0" : value.text };
}
