import { added, sum } from "./money";
import { taxOnTop } from "./tax-exclusive";
import { taxWithin } from "./tax-inclusive";
import { extraGroups, type Part, partsOf, type Taxed } from "./tax-parts";
import { addendsOf, type ExtraRow, type Priced } from "./tax-working";

/** The taxes of an invoice with their working. */
export type Breakdown = Priced & { parts: Part[]; withholdings: ExtraRow[] };

/**
 * All taxes of what is taxed. VAT is computed per category and rate on the summed base and rounded once (EN 16931
 * BR-CO-17, BR-S-09). Within prices that include tax it is what they contain, so that their sum is paid to the cent;
 * the tax then differs from the rounded base × rate by one minor unit at most.
 */
export function breakdown(items: readonly Taxed[], pricesIncludeTax: boolean): Breakdown {
  const parts = partsOf(items);
  const priced = pricesIncludeTax ? taxWithin(parts) : taxOnTop(parts);
  const withholdings = extraGroups(parts, "withholding").map(({ name, ratePpm, parts: bearing }) => {
    const addends = bearing.flatMap((part) => addendsOf(part.items, priced.nets));
    const baseMinor = sum(addends.map((addend) => addend.minor));
    return { name, ratePpm, addends, baseMinor, tax: added(baseMinor, ratePpm) };
  });
  return { ...priced, parts, withholdings };
}
