import { added, sum } from "./money";
import { extraGroups, type Part, type VatGroup, vatGroups } from "./tax-parts";
import { type Addend, addendsOf, type ExtraRow, type Priced, type VatRow } from "./tax-working";

/** Taxes that come on top of prices: amounts are nets, VAT is added to them, and compound taxes to both. */
export function taxOnTop(parts: readonly Part[]): Priced {
  return {
    nets: new Map(parts.flatMap(({ items }) => items.map((item) => [item, item.amountMinor]))),
    vats: vatGroups(parts).map(vatOn),
    compounds: extraGroups(parts, "compound").map(({ name, ratePpm, parts: bearing }) =>
      compoundOn(name, ratePpm, bearing),
    ),
  };
}

function vatOn({ category, ratePpm, parts }: VatGroup<Part>): VatRow {
  const baseMinor = sum(parts.map((part) => part.amountMinor));
  const addends = parts.flatMap((part) => addendsOf(part.items));
  return { category, ratePpm, addends, baseMinor, tax: added(baseMinor, ratePpm) };
}

// A rate may bear two compound taxes, or one on some lines only: each takes the VAT of its own share of the base.
function compoundOn(name: string, ratePpm: number, parts: Part[]): ExtraRow {
  const addends = vatGroups(parts).flatMap((group): Addend[] => {
    const vat = vatOn(group);
    const { category, ratePpm: rate } = vat;
    return [...vat.addends, { of: "vat", category, ratePpm: rate, minor: vat.tax.minor }];
  });
  const baseMinor = sum(addends.map((addend) => addend.minor));
  return { name, ratePpm, addends, baseMinor, tax: added(baseMinor, ratePpm) };
}
