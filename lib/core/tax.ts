import { PPM } from "./money";

/**
 * VAT categories of EN 16931 (UNCL 5305): standard, zero rated, exempt, reverse charge, intra-community, export,
 * not subject to tax.
 */
export const taxCategories = ["S", "Z", "E", "AE", "K", "G", "O"] as const;
export type TaxCategory = (typeof taxCategories)[number];

/** A tax beside VAT, by name; `ratePpm` in parts per million. */
export type ExtraTax = { name: string; ratePpm: number };

/**
 * The taxes of a line, discount or charge; `ratePpm` in parts per million. A compound tax is charged on the base and
 * its VAT together; a withholding tax is reckoned on the base and taken off what is payable.
 */
export type Tax = {
  category: TaxCategory;
  ratePpm: number;
  compound: ExtraTax | null;
  withholding: ExtraTax | null;
};

/** One row of the VAT breakdown (EN 16931 BG-23), one for each category and rate; amounts in minor units. */
export type TaxTotal = { category: TaxCategory; ratePpm: number; baseMinor: bigint; taxMinor: bigint };

/** A compound or withholding tax in sum, one for each name and rate; amounts in minor units. */
export type ExtraTaxTotal = ExtraTax & { baseMinor: bigint; taxMinor: bigint };

/** What bears no tax at all. */
export const UNTAXED: Tax = { category: "O", ratePpm: 0, compound: null, withholding: null };

/**
 * Only the standard category may have a rate above zero (EN 16931 BR-Z-05, BR-E-05, BR-AE-05 and their siblings);
 * a compound or withholding tax has a name and a rate of its own.
 */
export function isValidTax(tax: Tax): boolean {
  const vat = tax.category === "S" ? isRate(tax.ratePpm) : tax.ratePpm === 0;
  return vat && isExtra(tax.compound) && isExtra(tax.withholding);
}

const isExtra = (extra: ExtraTax | null) => !extra || (extra.name !== "" && isRate(extra.ratePpm));
const isRate = (ppm: number) => ppm > 0 && ppm <= PPM;

/** The same text for taxes of one row of the VAT breakdown. */
export function vatKey(tax: Pick<Tax, "category" | "ratePpm">): string {
  return `${tax.category}:${tax.ratePpm}`;
}

/** The same text for a compound or withholding tax of the same name and rate; empty for none. */
export function extraKey(extra: ExtraTax | null): string {
  return extra ? JSON.stringify([extra.name, extra.ratePpm]) : "";
}

/** The same text for taxes that are the same in every part. */
export function taxKey(tax: Tax): string {
  return `${vatKey(tax)} ${extraKey(tax.compound)} ${extraKey(tax.withholding)}`;
}

/** Rows of the VAT breakdown stand by category, then by rate. */
export function byVat(a: Pick<Tax, "category" | "ratePpm">, b: Pick<Tax, "category" | "ratePpm">): number {
  return taxCategories.indexOf(a.category) - taxCategories.indexOf(b.category) || a.ratePpm - b.ratePpm;
}

/** Compound and withholding taxes stand by name, then by rate. */
export function byName(a: ExtraTax, b: ExtraTax): number {
  return a.name === b.name ? a.ratePpm - b.ratePpm : a.name < b.name ? -1 : 1;
}
