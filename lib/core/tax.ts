import { share, sum } from "./money";

/**
 * VAT categories of EN 16931 (UNCL 5305): standard, zero rated, exempt, reverse charge, intra-community, export,
 * not subject to tax.
 */
export const taxCategories = ["S", "Z", "E", "AE", "K", "G", "O"] as const;
export type TaxCategory = (typeof taxCategories)[number];

/** A tax as a line carries it; `ratePpm` in parts per million. */
export type Tax = { category: TaxCategory; ratePpm: number };

/** One row of the tax breakdown; amounts in minor units. */
export type TaxTotal = Tax & { baseMinor: bigint; taxMinor: bigint };

/** Only the standard category may have a rate above zero (EN 16931 BR-Z-05, BR-E-05, BR-AE-05 and their siblings). */
export function isValidTax(tax: Tax): boolean {
  return tax.category === "S" ? tax.ratePpm > 0 && tax.ratePpm <= 1_000_000 : tax.ratePpm === 0;
}

/**
 * The tax breakdown: lines grouped by category and rate, tax computed on the summed base and rounded once
 * (EN 16931 BR-CO-17). Rows are ordered by category, then by rate, so that the order of lines does not matter.
 */
export function taxTotals(lines: readonly { netMinor: bigint; tax: Tax }[]): TaxTotal[] {
  const groups = new Map<string, { netMinor: bigint; tax: Tax }[]>();
  for (const line of lines) groups.set(keyOf(line.tax), [...(groups.get(keyOf(line.tax)) ?? []), line]);
  return [...groups.values()]
    .map((group) => {
      const tax = group[0]?.tax ?? { category: "O" as const, ratePpm: 0 };
      const baseMinor = sum(group.map((line) => line.netMinor));
      return { ...tax, baseMinor, taxMinor: share(baseMinor, tax.ratePpm) };
    })
    .sort((a, b) => order(a) - order(b) || a.ratePpm - b.ratePpm);
}

const keyOf = (tax: Tax) => `${tax.category}:${tax.ratePpm}`;
const order = (tax: Tax) => taxCategories.indexOf(tax.category);
