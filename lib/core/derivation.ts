import Big from "big.js";
import type { Adjustment, AdjustmentPart } from "./adjustments";
import { minorUnits } from "./currencies";
import { type LineInput, worthOf } from "./lines";
import { product, type Ratio, sum } from "./money";
import type { Tax, TaxCategory } from "./tax";
import type { Addend, ExtraRow, Working } from "./tax-working";
import { calculate, type InvoiceInput, type InvoiceTotals, type LineTotals } from "./totals";

/** An exact value (decimal text, major units) and what it rounds to. `cut`: exact has more decimals than are written. */
export type Rounding = { exact: string; cut: boolean; minor: bigint };

/** Amounts in minor units, and their sum. */
export type Sum = { addends: Addend[]; minor: bigint };

/** A share of an amount in parts per million; of a fixed amount `share` is null. */
export type ValueDerivation = {
  share: { ppm: number; ofMinor: bigint; rounding: Rounding } | null;
  minor: bigint;
};

export type LineDerivation = {
  quantity: string;
  unitPrice: string;
  gross: Rounding;
  discount: ValueDerivation | null;
  amountMinor: bigint;
  netMinor: bigint;
  tax: Tax;
};

export type AdjustmentDerivation = {
  kind: Adjustment["kind"];
  amount: ValueDerivation;
  netMinor: bigint;
  parts: AdjustmentPart[];
};

/** A tax of a sum, or where prices include tax within a sum; the base is without the tax. */
export type TaxDerivation = { of: Sum; ratePpm: number; tax: Rounding; baseMinor: bigint };

/** Why an invoice's amounts are what they are, from its lines to what is payable. */
export type Derivation = {
  currency: string;
  pricesIncludeTax: boolean;
  lines: LineDerivation[];
  adjustments: AdjustmentDerivation[];
  taxes: ({ category: TaxCategory } & TaxDerivation)[];
  compounds: ({ name: string } & TaxDerivation)[];
  withholdings: ({ name: string } & TaxDerivation)[];
  subtotal: Sum;
  tax: Sum;
  total: Sum;
  payable: Sum;
};

/** "Why this amount?": the steps that `invoiceTotals` takes for the same input, as data. */
export function derive(input: InvoiceInput): Derivation {
  const { currency, pricesIncludeTax } = input;
  const { adjustments, taxes, totals } = calculate(input);
  const extra = (row: ExtraRow) => ({ name: row.name, ...taxOf(row, currency) });
  return {
    currency,
    pricesIncludeTax,
    lines: input.lines.flatMap((line, at) => lineOf(line, totals.lines[at], currency)),
    adjustments: input.adjustments.flatMap(({ kind }, at) => {
      const [working, result] = [adjustments[at], totals.adjustments[at]];
      if (!working || !result) return [];
      const { amountMinor, ...net } = result;
      return { kind, amount: valueStep(amountMinor, working.rounding, currency), ...net };
    }),
    taxes: taxes.vats.map((row) => ({ category: row.category, ...taxOf(row, currency) })),
    compounds: taxes.compounds.map(extra),
    withholdings: taxes.withholdings.map(extra),
    ...sumsOf(input, totals),
  };
}

function lineOf(input: LineInput, line: LineTotals | undefined, currency: string): LineDerivation[] {
  if (!line) return [];
  const { quantity, unitPrice, discount, tax } = input;
  const { grossMinor, discountMinor, amountMinor, netMinor } = line;
  const gross = { exact: product(quantity, unitPrice).toFixed(), cut: false, minor: grossMinor };
  const rounding = discount && worthOf(discount, grossMinor).rounding;
  const taken = discount && valueStep(discountMinor, rounding, currency);
  return [{ quantity, unitPrice, gross, discount: taken, amountMinor, netMinor, tax }];
}

function valueStep(minor: bigint, ratio: Ratio | null, currency: string): ValueDerivation {
  if (!ratio) return { share: null, minor };
  const { ofMinor, numerator } = ratio;
  return { share: { ppm: Number(numerator), ofMinor, rounding: roundingOf(ratio, currency) }, minor };
}

function taxOf(
  { addends, ratePpm, tax, baseMinor }: Working & { ratePpm: number },
  currency: string,
): TaxDerivation {
  return { of: { addends, minor: tax.ofMinor }, ratePpm, tax: roundingOf(tax, currency), baseMinor };
}

function sumsOf(input: InvoiceInput, totals: InvoiceTotals) {
  const adjusted = totals.adjustments.flatMap(({ netMinor }, index): Addend[] => {
    const of = input.adjustments[index]?.kind;
    return of ? [{ of, index, minor: of === "discount" ? -netMinor : netMinor }] : [];
  });
  return {
    subtotal: sumOf([
      ...totals.lines.map(({ netMinor }, index): Addend => ({ of: "line", index, minor: netMinor })),
      ...adjusted,
    ]),
    tax: sumOf([
      ...totals.taxes.map(({ category, ratePpm, taxMinor }): Addend => {
        return { of: "vat", category, ratePpm, minor: taxMinor };
      }),
      ...totals.compounds.map(({ name, ratePpm, taxMinor }): Addend => {
        return { of: "compound", name, ratePpm, minor: taxMinor };
      }),
    ]),
    total: sumOf([
      { of: "subtotal", minor: totals.subtotalMinor },
      { of: "tax", minor: totals.taxMinor },
    ]),
    payable: sumOf([
      { of: "total", minor: totals.totalMinor },
      ...totals.withholdings.map(({ name, ratePpm, taxMinor }): Addend => {
        return { of: "withholding", name, ratePpm, minor: -taxMinor };
      }),
    ]),
  };
}

const sumOf = (addends: Addend[]): Sum => ({ addends, minor: sum(addends.map((addend) => addend.minor)) });

const MORE_DECIMALS = 6;

/** Rates have six decimals, so that a rate of an amount is written in full; what prices contain may never end. */
function roundingOf({ ofMinor, numerator, denominator, minor }: Ratio, currency: string): Rounding {
  const scaled = ofMinor * numerator * 10n ** BigInt(MORE_DECIMALS);
  const exact = new Big(`${scaled / denominator}e-${minorUnits(currency) + MORE_DECIMALS}`).toFixed();
  return { exact, cut: scaled % denominator !== 0n, minor };
}
