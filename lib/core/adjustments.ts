import { type Discount, worthOf } from "./lines";
import { allocate, type Ratio, settle, sum } from "./money";
import { type Tax, UNTAXED } from "./tax";
import { type Nets, netOf, partsOf, type Taxed } from "./tax-parts";

/**
 * A discount (EN 16931 BG-20) or charge (BG-21) of the whole document. A percentage is one of the sum of the lines'
 * amounts. Without a tax of its own it is spread over the taxes of the lines.
 */
export type Adjustment = { kind: "discount" | "charge"; value: Discount; tax: Tax | null };

/** What falls to one tax; minor units, in price terms and without tax. */
export type AdjustmentPart = { tax: Tax; amountMinor: bigint; netMinor: bigint };

/** A computed adjustment; amounts in minor units, positive for a discount as for a charge. */
export type AdjustmentTotals = { amountMinor: bigint; netMinor: bigint; parts: AdjustmentPart[] };

/** An adjustment in price terms: `rounding` shows a percentage, `taxed` is signed. */
export type AdjustmentWorking = { amountMinor: bigint; rounding: Ratio | null; taxed: Taxed[] };

/** The amounts of adjustments, in minor units, and what of each falls to which tax. */
export function adjustmentAmounts(
  adjustments: readonly Adjustment[],
  lines: readonly Taxed[],
): AdjustmentWorking[] {
  if (adjustments.length === 0) return [];
  const linesMinor = sum(lines.map((line) => line.amountMinor));
  const shares = partsOf(lines);
  return adjustments.map(({ kind, value, tax }, index) => {
    const { minor: amountMinor, rounding } = worthOf(value, linesMinor);
    const parts = tax ? [{ tax, amountMinor }] : divide(amountMinor, rounding, shares);
    const sign = kind === "discount" ? -1n : 1n;
    const taxed = parts
      .filter((part) => part.amountMinor !== 0n)
      .map((part) => ({ source: kind, index, tax: part.tax, amountMinor: sign * part.amountMinor }));
    return { amountMinor, rounding, taxed };
  });
}

/** An adjustment with what it is without tax. */
export function withNets({ amountMinor, taxed }: AdjustmentWorking, nets: Nets): AdjustmentTotals {
  const parts = taxed.map((item) => {
    const sign = item.source === "discount" ? -1n : 1n;
    return { tax: item.tax, amountMinor: sign * item.amountMinor, netMinor: sign * netOf(nets, item) };
  });
  return { amountMinor, netMinor: sum(parts.map((part) => part.netMinor)), parts };
}

type Share = { tax: Tax; amountMinor: bigint };

function divide(amountMinor: bigint, rounding: Ratio | null, shares: readonly Share[]): Share[] {
  const minors = rounding ? portions(rounding, shares) : spread(amountMinor, shares);
  if (minors.length === 0) return [{ tax: shares[0]?.tax ?? UNTAXED, amountMinor }];
  return shares.map(({ tax }, at) => ({ tax, amountMinor: minors[at] ?? 0n }));
}

/** A percentage takes that part of what the lines of each tax sum to. */
function portions({ minor, numerator, denominator }: Ratio, shares: readonly Share[]): bigint[] {
  return settle(
    minor,
    shares.map((share) => share.amountMinor * numerator),
    denominator,
  );
}

/**
 * A fixed amount is spread by what the lines of each tax sum to. Deductions have no share: only sums with the sign of
 * the whole count, or each by its size when the whole is nothing. Empty when there is nothing to go by.
 */
function spread(amountMinor: bigint, shares: readonly Share[]): bigint[] {
  const whole = sum(shares.map((share) => share.amountMinor));
  const weights = shares.map((share) => weigh(share.amountMinor, whole));
  return sum(weights) === 0n ? [] : allocate(amountMinor, weights);
}

function weigh(amountMinor: bigint, whole: bigint): bigint {
  const size = amountMinor < 0n ? -amountMinor : amountMinor;
  return whole === 0n || amountMinor < 0n === whole < 0n ? size : 0n;
}
