import { isCurrency, minorUnits } from "@/lib/core/currencies";
import { decimalPlaces, isDecimal } from "@/lib/core/decimal";
import type { Discount } from "@/lib/core/lines";
import { toMinor } from "@/lib/core/money";
import { percentToPpm } from "@/lib/core/percent";
import type { TaxTotal } from "@/lib/core/tax";
import { invoiceTotals, type LineTotals } from "@/lib/core/totals";
import { NO_TAX, type TaxRate } from "./tax-rate";

/** A line while it is typed: anything may be missing, and any text may be in a number's place. */
export type TypedLine = {
  description?: string | null | undefined;
  quantity?: string | null | undefined;
  unit?: string | null | undefined;
  unitPrice?: string | null | undefined;
  discountKind?: "percent" | "amount" | undefined;
  discount?: string | null | undefined;
  taxRateId?: string | null | undefined;
};

/** A line as the preview reads it: decimal texts, its discount and tax, its sums in minor units. */
export type PreviewLine = LineTotals & {
  quantity: string;
  unitPrice: string;
  discount: Discount | null;
  tax: Omit<TaxRate, "id">;
};

export type Preview = {
  lines: PreviewLine[];
  taxes: (TaxTotal & { name: string })[];
  subtotalMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
};

/**
 * The sums of an invoice while it is typed, by the same functions as the server's: what is not a number yet
 * counts as nothing, what is not valid yet is left out. Never throws.
 */
export function previewOf(
  typed: readonly TypedLine[],
  currency: string,
  rates: ReadonlyMap<string, TaxRate>,
): Preview {
  const code = isCurrency(currency) ? currency : "EUR";
  const inputs = typed.map((line) => ({
    quantity: number(line.quantity),
    unitPrice: price(line.unitPrice),
    discount: discount(line, code),
    tax: rates.get(line.taxRateId ?? "") ?? NO_TAX,
  }));
  const totals = invoiceTotals({ currency: code, pricesIncludeTax: false, lines: inputs, adjustments: [] });
  const nameOf = (row: TaxTotal) =>
    inputs.find(({ tax }) => tax.category === row.category && tax.ratePpm === row.ratePpm)?.tax.name ?? "";
  return {
    subtotalMinor: totals.subtotalMinor,
    taxMinor: totals.taxMinor,
    totalMinor: totals.totalMinor,
    lines: inputs.map((input, index) => ({
      ...input,
      ...(totals.lines[index] ?? { grossMinor: 0n, discountMinor: 0n, amountMinor: 0n, netMinor: 0n }),
    })),
    taxes: totals.taxes.map((row) => ({ ...row, name: nameOf(row) })),
  };
}

/** "12." and ".5" are on their way to a number; "1e5" and "abc" are not. */
function number(text: string | null | undefined): string {
  const half = (text ?? "")
    .trim()
    .replace(/\.$/, "")
    .replace(/^(-?)\./, "$10.");
  return isDecimal(half) ? half : "0";
}

function price(text: string | null | undefined): string {
  const value = number(text);
  return value.startsWith("-") ? "0" : value;
}

function discount(line: TypedLine, currency: string): Discount | null {
  const value = price(line.discount);
  if (/^[0.]+$/.test(value)) return null;
  if (line.discountKind === "amount")
    return decimalPlaces(value) <= minorUnits(currency)
      ? { kind: "amount", minor: toMinor(value, currency) }
      : null;
  return decimalPlaces(value) <= 4 && percentToPpm(value) <= 1_000_000
    ? { kind: "percent", ppm: percentToPpm(value) }
    : null;
}
