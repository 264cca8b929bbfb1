import type { Ratio } from "./money";
import type { ExtraTax, TaxCategory } from "./tax";
import { type Nets, netOf, type Source, type Taxed } from "./tax-parts";

/** One of the amounts that make up another; minor units, negative when it is taken off. */
export type Addend =
  | { of: Source; index: number; minor: bigint }
  | { of: "vat"; category: TaxCategory; ratePpm: number; minor: bigint }
  | { of: "compound" | "withholding"; name: string; ratePpm: number; minor: bigint }
  | { of: "subtotal" | "tax" | "total"; minor: bigint };

/** How a tax came about: `tax` is a rate of the addends' sum, or within it; the base is without the tax itself. */
export type Working = { addends: Addend[]; baseMinor: bigint; tax: Ratio };
export type VatRow = { category: TaxCategory; ratePpm: number } & Working;
export type ExtraRow = ExtraTax & Working;

/** Taxes added to prices, or taken out of them. */
export type Priced = { nets: Nets; vats: VatRow[]; compounds: ExtraRow[] };

/** Items as addends, in price terms or without tax; minor units. */
export function addendsOf(items: readonly Taxed[], nets?: Nets): Addend[] {
  return items.map((item) => ({
    of: item.source,
    index: item.index,
    minor: nets ? netOf(nets, item) : item.amountMinor,
  }));
}
