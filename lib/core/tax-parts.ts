import { sum } from "./money";
import { byName, byVat, type ExtraTax, extraKey, type Tax, type TaxCategory, taxKey, vatKey } from "./tax";

/** Where a taxed amount comes from. */
export type Source = "line" | "discount" | "charge";

/**
 * What is taxed, in price terms and minor units: a line, or what of a document's discount or charge falls to one tax.
 * `index` counts lines, or adjustments; a discount's amount is negative.
 */
export type Taxed = { source: Source; index: number; tax: Tax; amountMinor: bigint };

/** Everything that bears exactly the same taxes, and what it sums to. */
export type Part = { tax: Tax; items: Taxed[]; amountMinor: bigint };

/** What each is without tax. */
export type Nets = ReadonlyMap<Taxed, bigint>;

/** What one is without tax, in minor units. */
export function netOf(nets: Nets, item: Taxed | undefined): bigint {
  return (item && nets.get(item)) ?? 0n;
}

/** The parts of one row of the VAT breakdown. */
export type VatGroup<P> = { category: TaxCategory; ratePpm: number; parts: P[] };

/** The parts that bear one compound or withholding tax. */
export type ExtraGroup<P> = ExtraTax & { parts: P[] };

/** Items by their taxes; the order of the parts does not depend on that of the lines. */
export function partsOf(items: readonly Taxed[]): Part[] {
  return groupBy(items, (item) => taxKey(item.tax))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ first, group }) => ({
      tax: first.tax,
      items: group,
      amountMinor: sum(group.map((item) => item.amountMinor)),
    }));
}

/** Parts by VAT category and rate. */
export function vatGroups<P extends { tax: Tax }>(parts: readonly P[]): VatGroup<P>[] {
  return groupBy(parts, (part) => vatKey(part.tax))
    .map(({ first, group }) => ({ category: first.tax.category, ratePpm: first.tax.ratePpm, parts: group }))
    .sort(byVat);
}

/** Parts by their compound, or by their withholding tax; those without one are left out. */
export function extraGroups<P extends { tax: Tax }>(
  parts: readonly P[],
  kind: "compound" | "withholding",
): ExtraGroup<P>[] {
  return groupBy(parts, (part) => extraKey(part.tax[kind]))
    .flatMap(({ first, group }) => {
      const extra = first.tax[kind];
      return extra ? { name: extra.name, ratePpm: extra.ratePpm, parts: group } : [];
    })
    .sort(byName);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string) {
  const groups = new Map<string, { key: string; first: T; group: T[] }>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.group.push(item);
    else groups.set(key, { key, first: item, group: [item] });
  }
  return [...groups.values()];
}
