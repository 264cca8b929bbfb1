import { extend, share, sum } from "./money";
import { type Tax, type TaxTotal, taxTotals } from "./tax";

/** A line's discount: a share of the line in parts per million, or a fixed amount in minor units. */
export type Discount = { kind: "percent"; ppm: number } | { kind: "amount"; minor: bigint };

/** What a person enters: decimal texts, the unit price in major units. */
export type LineInput = { quantity: string; unitPrice: string; discount: Discount | null; tax: Tax };

/** A computed line; amounts in minor units: gross − discount = net. */
export type LineTotals = { grossMinor: bigint; discountMinor: bigint; netMinor: bigint };

export type InvoiceTotals = {
  lines: LineTotals[];
  taxes: TaxTotal[];
  subtotalMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
};

/** One line: quantity × unit price rounds once, then the discount rounds once and is taken off. */
export function lineTotals(line: LineInput, currency: string): LineTotals {
  const grossMinor = extend(line.quantity, line.unitPrice, currency);
  const discountMinor = discountOf(grossMinor, line.discount);
  return { grossMinor, discountMinor, netMinor: grossMinor - discountMinor };
}

function discountOf(grossMinor: bigint, discount: Discount | null): bigint {
  if (!discount) return 0n;
  return discount.kind === "percent" ? share(grossMinor, discount.ppm) : discount.minor;
}

/**
 * All sums of an invoice, prices exclusive of tax, in minor units.
 * Subtotal = sum of line nets (EN 16931 BR-CO-10), total = subtotal + tax (BR-CO-15).
 */
export function invoiceTotals(lines: readonly LineInput[], currency: string): InvoiceTotals {
  const computed = lines.map((line) => lineTotals(line, currency));
  const taxes = taxTotals(
    lines.map((line, index) => ({ tax: line.tax, netMinor: computed[index]?.netMinor ?? 0n })),
  );
  const subtotalMinor = sum(computed.map((line) => line.netMinor));
  const taxMinor = sum(taxes.map((tax) => tax.taxMinor));
  return { lines: computed, taxes, subtotalMinor, taxMinor, totalMinor: subtotalMinor + taxMinor };
}
