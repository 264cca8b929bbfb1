import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { anyInvoice, RANDOM_INVOICES, reversed } from "@/tests/invoice-inputs";
import { mulDiv, share, sum, toMajor } from "./money";
import { taxKey, UNTAXED, vatKey } from "./tax";
import { withoutTax } from "./tax-inclusive";
import { type InvoiceInput, type InvoiceTotals, invoiceTotals } from "./totals";

type Law = (totals: InvoiceTotals, input: InvoiceInput) => boolean;

/** What holds for every invoice whatever: EN 16931's rules of calculation, and our own. */
const laws: Record<string, Law> = {
  "a line is its gross less its discount": ({ lines }) =>
    lines.every((line) => line.amountMinor === line.grossMinor - line.discountMinor),

  "BR-CO-10: lines sum up": ({ lines, linesMinor }) => linesMinor === sum(lines.map((line) => line.netMinor)),

  "BR-CO-11, BR-CO-12: discounts and charges sum up": (
    { adjustments, discountMinor, chargeMinor },
    input,
  ) => {
    const of = (kind: string) =>
      sum(adjustments.filter((_, at) => input.adjustments[at]?.kind === kind).map((one) => one.netMinor));
    return discountMinor === of("discount") && chargeMinor === of("charge");
  },

  "BR-CO-13: subtotal = lines − discounts + charges": (totals) =>
    totals.subtotalMinor === totals.linesMinor - totals.discountMinor + totals.chargeMinor,

  "BR-CO-14: tax is the sum of its rows": (totals) =>
    totals.taxMinor === sum([...totals.taxes, ...totals.compounds].map((row) => row.taxMinor)),

  "BR-CO-15: total = subtotal + tax": (totals) =>
    totals.totalMinor === totals.subtotalMinor + totals.taxMinor,

  "BR-CO-16: payable = total − withheld, as if it were paid already": (totals) =>
    totals.withheldMinor === sum(totals.withholdings.map((row) => row.taxMinor)) &&
    totals.payableMinor === totals.totalMinor - totals.withheldMinor,

  "BR-CO-17, BR-S-09 and siblings: tax = base × rate, rounded once": ({ taxes }, { pricesIncludeTax }) =>
    taxes.every(({ ratePpm, baseMinor, taxMinor }) =>
      isWithin(taxMinor - share(baseMinor, ratePpm), pricesIncludeTax && ratePpm > 0 ? 1n : 0n),
    ),

  "BR-CO-18, BR-S-08 and siblings: a row for each category and rate, with all that it taxes": (
    totals,
    input,
  ) => {
    const bases = new Map<string, bigint>();
    for (const { tax, netMinor } of netsOf(totals, input))
      bases.set(vatKey(tax), (bases.get(vatKey(tax)) ?? 0n) + netMinor);
    return (
      totals.taxes.length === bases.size &&
      totals.taxes.every((row) => row.baseMinor === bases.get(vatKey(row))) &&
      sum(totals.taxes.map((row) => row.baseMinor)) === totals.subtotalMinor
    );
  },

  "a compound tax is a rate of base and VAT, rounded once": ({ compounds }, { pricesIncludeTax }) =>
    compounds.every(({ ratePpm, baseMinor, taxMinor }) =>
      isWithin(taxMinor - share(baseMinor, ratePpm), pricesIncludeTax ? 1n : 0n),
    ),

  "a withholding tax is a rate of all that bears it, rounded once": (totals, input) =>
    totals.withholdings.every(({ name, ratePpm, baseMinor, taxMinor }) => {
      const bearing = netsOf(totals, input).filter(
        ({ tax }) => tax.withholding?.name === name && tax.withholding.ratePpm === ratePpm,
      );
      return baseMinor === sum(bearing.map((one) => one.netMinor)) && taxMinor === share(baseMinor, ratePpm);
    }),

  "prices that include tax are what is paid, others are nets": (totals, input) => {
    const prices = pricesOf(totals, input);
    return sum(prices) === (input.pricesIncludeTax ? totals.totalMinor : totals.subtotalMinor);
  },

  "a discount or charge is split without losing a cent": ({ adjustments }) =>
    adjustments.every(
      ({ amountMinor, netMinor, parts }) =>
        amountMinor === sum(parts.map((part) => part.amountMinor)) &&
        netMinor === sum(parts.map((part) => part.netMinor)) &&
        new Set(parts.map((part) => taxKey(part.tax))).size === parts.length,
    ),

  "a net keeps to the sign of its price, and to its exact value": (totals, input) =>
    netsOf(totals, input).every(({ tax, amountMinor, netMinor }) => {
      if (!input.pricesIncludeTax) return netMinor === amountMinor;
      const { numerator, denominator } = withoutTax(tax);
      const isOpposite = netMinor < 0n !== amountMinor < 0n && netMinor !== 0n;
      return !isOpposite && isWithin(netMinor * denominator - amountMinor * numerator, 2n * denominator);
    }),

  "what is granted is every discount without tax": (totals, { pricesIncludeTax, lines }) => {
    const ofLines = totals.lines.map(({ discountMinor }, at) => {
      const { numerator, denominator } = withoutTax(lines[at]?.tax ?? UNTAXED);
      return pricesIncludeTax ? mulDiv(discountMinor, numerator, denominator) : discountMinor;
    });
    // Rounded once for all lines of the same taxes, not for each line.
    const cents = BigInt(pricesIncludeTax ? ofLines.filter((minor) => minor !== 0n).length : 0);
    return isWithin(totals.grantedMinor - totals.discountMinor - sum(ofLines), cents);
  },

  "credit of everything leaves nothing": (totals, input) =>
    isDeepStrictEqual(invoiceTotals(reversed(input)), negated(totals)),

  "the order of lines doesn't matter": ({ lines: _, ...totals }, input) => {
    const { lines: __, ...backward } = invoiceTotals({ ...input, lines: [...input.lines].reverse() });
    return isDeepStrictEqual(backward, totals);
  },

  "inclusive and exclusive prices agree within the rounding rule": (totals, input) => {
    if (!input.pricesIncludeTax) return true;
    const same = invoiceTotals(exclusive(totals, input));
    // Each row may round the other way once; a compound tax also takes that of the VAT within its base.
    const cents = BigInt(totals.taxes.length + 2 * totals.compounds.length);
    return (
      same.subtotalMinor === totals.subtotalMinor && isWithin(same.totalMinor - totals.totalMinor, cents)
    );
  },
};

it(`keeps its laws for ${RANDOM_INVOICES} random invoices`, { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(anyInvoice, (input) => {
      const totals = invoiceTotals(input);
      for (const [name, holds] of Object.entries(laws)) if (!holds(totals, input)) expect.fail(name);
    }),
    { numRuns: RANDOM_INVOICES },
  );
});

const isWithin = (difference: bigint, limit: bigint) => difference <= limit && difference >= -limit;

/** Everything that is taxed, discounts negative, in price terms and without tax. */
function netsOf(totals: InvoiceTotals, input: InvoiceInput) {
  const lines = totals.lines.map(({ amountMinor, netMinor }, at) => ({
    tax: input.lines[at]?.tax ?? UNTAXED,
    amountMinor,
    netMinor,
  }));
  const adjusted = totals.adjustments.flatMap(({ parts }, at) => {
    const sign = input.adjustments[at]?.kind === "discount" ? -1n : 1n;
    return parts.map(({ tax, amountMinor, netMinor }) => {
      return { tax, amountMinor: sign * amountMinor, netMinor: sign * netMinor };
    });
  });
  return [...lines, ...adjusted];
}

const pricesOf = (totals: InvoiceTotals, input: InvoiceInput) =>
  netsOf(totals, input).map((one) => one.amountMinor);

/** The invoice that asks the nets of another as prices without tax. */
function exclusive(totals: InvoiceTotals, input: InvoiceInput): InvoiceInput {
  const lines = netsOf(totals, input).map(({ tax, netMinor }) => {
    return { quantity: "1", unitPrice: toMajor(netMinor, input.currency), discount: null, tax };
  });
  return { ...input, pricesIncludeTax: false, lines, adjustments: [] };
}

/** The same with every amount's sign changed. */
function negated<T>(value: T): T {
  if (typeof value === "bigint") return -value as T;
  if (Array.isArray(value)) return value.map(negated) as T;
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, negated(one)])) as T;
}
