import { added, extend, type Ratio } from "./money";
import type { Tax } from "./tax";

/** A share in parts per million, or a fixed amount in minor units. */
export type Discount = { kind: "percent"; ppm: number } | { kind: "amount"; minor: bigint };

/** What a person enters: decimal texts, the unit price in major units. */
export type LineInput = { quantity: string; unitPrice: string; discount: Discount | null; tax: Tax };

/** A line in price terms, as printed; minor units: gross − discount = amount. */
export type LineAmounts = { grossMinor: bigint; discountMinor: bigint; amountMinor: bigint };

/** A line's amounts: quantity × unit price rounds once, then the discount rounds once and is taken off. */
export function lineAmounts(line: LineInput, currency: string): LineAmounts {
  const grossMinor = extend(line.quantity, line.unitPrice, currency);
  const discountMinor = line.discount ? worthOf(line.discount, grossMinor).minor : 0n;
  return { grossMinor, discountMinor, amountMinor: grossMinor - discountMinor };
}

/** What a discount or charge comes to, in minor units, and of a percentage how it was rounded. */
export function worthOf(value: Discount, ofMinor: bigint): { minor: bigint; rounding: Ratio | null } {
  if (value.kind === "amount") return { minor: value.minor, rounding: null };
  const rounding = added(ofMinor, value.ppm);
  return { minor: rounding.minor, rounding };
}
