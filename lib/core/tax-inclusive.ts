import { contained, PPM, type Ratio, settle, sum } from "./money";
import type { Tax } from "./tax";
import { extraGroups, type Part, type Taxed, vatGroups } from "./tax-parts";
import { type Addend, addendsOf, type ExtraRow, type Priced, type VatRow } from "./tax-working";

/**
 * Taxes within prices: compound taxes are taken out first, then VAT, each rounded once over all prices that contain
 * it; what is left is split over the items. So base, VAT and compound taxes sum to the prices to the cent.
 */
export function taxWithin(parts: readonly Part[]): Priced {
  const compoundOf = new Map<Part, bigint>();
  const compounds = extraGroups(parts, "compound").map(({ name, ratePpm, parts: bearing }): ExtraRow => {
    const { baseMinor, tax } = takeOut(bearing, (part) => part.amountMinor, ratePpm, compoundOf);
    return { name, ratePpm, addends: bearing.flatMap((part) => addendsOf(part.items)), baseMinor, tax };
  });
  const vatOf = new Map<Part, bigint>();
  const left = (part: Part) => part.amountMinor - (compoundOf.get(part) ?? 0n);
  const vats = vatGroups(parts).map(({ category, ratePpm, parts: bearing }): VatRow => {
    const { baseMinor, tax } = takeOut(bearing, left, ratePpm, vatOf);
    const addends = bearing.flatMap((part) => [
      ...addendsOf(part.items),
      ...lessCompound(part.tax, compoundOf.get(part)),
    ]);
    return { category, ratePpm, addends, baseMinor, tax };
  });
  const nets = parts.flatMap((part) => netsOf(part, left(part) - (vatOf.get(part) ?? 0n)));
  return { nets: new Map(nets), vats, compounds };
}

/** The tax that some prices contain, rounded once and noted down for each part. */
function takeOut(parts: Part[], priceOf: (part: Part) => bigint, ratePpm: number, notes: Map<Part, bigint>) {
  const prices = parts.map(priceOf);
  const tax: Ratio = contained(sum(prices), ratePpm);
  const taxes = settle(
    tax.minor,
    prices.map((price) => price * tax.numerator),
    tax.denominator,
  );
  parts.forEach((part, at) => {
    notes.set(part, taxes[at] ?? 0n);
  });
  return { baseMinor: tax.ofMinor - tax.minor, tax };
}

function lessCompound({ compound }: Tax, minor = 0n): Addend[] {
  return compound ? [{ of: "compound", name: compound.name, ratePpm: compound.ratePpm, minor: -minor }] : [];
}

/** The part's base split over its items by what each would be by itself. */
function netsOf({ items, tax }: Part, baseMinor: bigint): [Taxed, bigint][] {
  const { numerator, denominator } = withoutTax(tax);
  const nets = settle(
    baseMinor,
    items.map((item) => item.amountMinor * numerator),
    denominator,
  );
  return items.map((item, at) => [item, nets[at] ?? 0n]);
}

/** What of a price that includes its taxes is left without them: 1 ÷ (1 + VAT) ÷ (1 + compound). */
export function withoutTax({ ratePpm, compound }: Tax): { numerator: bigint; denominator: bigint } {
  const whole = BigInt(PPM);
  const denominator = (whole + BigInt(ratePpm)) * (whole + BigInt(compound?.ratePpm ?? 0));
  return { numerator: whole * whole, denominator };
}
