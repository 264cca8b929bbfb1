import {
  type Adjustment,
  type AdjustmentTotals,
  type AdjustmentWorking,
  adjustmentAmounts,
  withNets,
} from "./adjustments";
import { type LineAmounts, type LineInput, lineAmounts } from "./lines";
import { mulDiv, sum } from "./money";
import { type ExtraTaxTotal, type TaxTotal, UNTAXED } from "./tax";
import { type Breakdown, breakdown } from "./tax-breakdown";
import { withoutTax } from "./tax-inclusive";
import { netOf, type Part, type Taxed } from "./tax-parts";
import type { Working } from "./tax-working";

export type InvoiceInput = {
  currency: string;
  /** Whether prices are what is paid, tax included; fixed discounts and charges then include it, too. */
  pricesIncludeTax: boolean;
  lines: readonly LineInput[];
  adjustments: readonly Adjustment[];
};

/** A computed line; `netMinor` is its amount without tax (EN 16931 BT-131). */
export type LineTotals = LineAmounts & { netMinor: bigint };

/** All sums of an invoice, in minor units. Discounts, charges and what is granted are without tax. */
export type InvoiceTotals = {
  lines: LineTotals[];
  adjustments: AdjustmentTotals[];
  taxes: TaxTotal[];
  compounds: ExtraTaxTotal[];
  withholdings: ExtraTaxTotal[];
  /** BT-106: the sum of the lines' nets (BR-CO-10). */
  linesMinor: bigint;
  /** BT-107: the document's discounts (BR-CO-11). */
  discountMinor: bigint;
  /** BT-108: the document's charges (BR-CO-12). */
  chargeMinor: bigint;
  /** BT-109: lines − discounts + charges (BR-CO-13). */
  subtotalMinor: bigint;
  /** BT-110: VAT (BR-CO-14), and compound taxes, which EN 16931 does not know. */
  taxMinor: bigint;
  /** BT-112: subtotal + tax (BR-CO-15). */
  totalMinor: bigint;
  withheldMinor: bigint;
  /** What is asked of the client: total − withheld. */
  payableMinor: bigint;
  /** All discounts, of the lines and of the document. */
  grantedMinor: bigint;
};

/** The totals with what they came from. */
export type Calculation = { adjustments: AdjustmentWorking[]; taxes: Breakdown; totals: InvoiceTotals };

/** All sums of an invoice. But for the lines themselves, nothing depends on the order of the lines. */
export function invoiceTotals(input: InvoiceInput): InvoiceTotals {
  return calculate(input).totals;
}

/** The sums of an invoice, and the steps that lead to them. */
export function calculate(input: InvoiceInput): Calculation {
  const amounts = input.lines.map((line) => lineAmounts(line, input.currency));
  const taxedLines = amounts.map(({ amountMinor }, index): Taxed => {
    return { source: "line", index, tax: input.lines[index]?.tax ?? UNTAXED, amountMinor };
  });
  const adjustments = adjustmentAmounts(input.adjustments, taxedLines);
  const taxed = [...taxedLines, ...adjustments.flatMap((one) => one.taxed)];
  const taxes = breakdown(taxed, input.pricesIncludeTax);
  const lines = amounts.map((line, at) => ({ ...line, netMinor: netOf(taxes.nets, taxedLines[at]) }));
  const adjusted = adjustments.map((one) => withNets(one, taxes.nets));
  const sums = sumsOf(input, lines, adjusted, taxes);
  const grantedMinor = sums.discountMinor + lineDiscounts(taxes.parts, amounts, input.pricesIncludeTax);
  return { adjustments, taxes, totals: { lines, adjustments: adjusted, ...sums, grantedMinor } };
}

function sumsOf(input: InvoiceInput, lines: LineTotals[], adjustments: AdjustmentTotals[], taxes: Breakdown) {
  const adjusted = (kind: Adjustment["kind"]) =>
    sum(adjustments.map((one, at) => (input.adjustments[at]?.kind === kind ? one.netMinor : 0n)));
  const linesMinor = sum(lines.map((line) => line.netMinor));
  const [discountMinor, chargeMinor] = [adjusted("discount"), adjusted("charge")];
  const subtotalMinor = linesMinor - discountMinor + chargeMinor;
  const taxMinor = taxOf(taxes.vats) + taxOf(taxes.compounds);
  const totalMinor = subtotalMinor + taxMinor;
  const withheldMinor = taxOf(taxes.withholdings);
  return {
    taxes: taxes.vats.map(({ category, ratePpm, ...row }) => ({ category, ratePpm, ...rowOf(row) })),
    compounds: taxes.compounds.map(({ name, ratePpm, ...row }) => ({ name, ratePpm, ...rowOf(row) })),
    withholdings: taxes.withholdings.map(({ name, ratePpm, ...row }) => ({ name, ratePpm, ...rowOf(row) })),
    linesMinor,
    discountMinor,
    chargeMinor,
    subtotalMinor,
    taxMinor,
    totalMinor,
    withheldMinor,
    payableMinor: totalMinor - withheldMinor,
  };
}

const taxOf = (rows: readonly Working[]) => sum(rows.map((row) => row.tax.minor));
const rowOf = ({ baseMinor, tax }: Working) => ({ baseMinor, taxMinor: tax.minor });

// Once for all lines of the same taxes, so that it does not matter which line got the odd cent.
function lineDiscounts(
  parts: readonly Part[],
  amounts: readonly LineAmounts[],
  pricesIncludeTax: boolean,
): bigint {
  const discounts = parts.map(({ tax, items }) => {
    const lines = items.filter((item) => item.source === "line");
    const minor = sum(lines.map((line) => amounts[line.index]?.discountMinor ?? 0n));
    const { numerator, denominator } = withoutTax(tax);
    return pricesIncludeTax ? mulDiv(minor, numerator, denominator) : minor;
  });
  return sum(discounts);
}
