import type { Adjustment } from "@/lib/core/adjustments";
import { decimal, decimalPlaces } from "@/lib/core/decimal";
import type { LineInput } from "@/lib/core/lines";
import { taxKey } from "@/lib/core/tax";
import { type InvoiceTotals, invoiceTotals } from "@/lib/core/totals";
import type { InvoiceAdjustment, InvoiceLine } from "./schemas";
import { type NamedTax, NO_TAX, type TaxRate, taxColumnsOf } from "./tax-rate";
import { type LegalText, taxRowsOf } from "./tax-rows";
import { coreValue, isZero } from "./values";

/** What amounts follow from: an editor's fields, valid. */
export type CalculatedFields = {
  currency: string;
  pricesIncludeTax: boolean;
  lines: readonly InvoiceLine[];
  adjustments: readonly InvoiceAdjustment[];
};

/** What a document is stored and printed as: its sums in minor units, and its rows. */
export type DocumentRows = ReturnType<typeof rowsOf>;
export type ItemRow = DocumentRows["items"][number];
export type AdjustmentRow = DocumentRows["adjustments"][number];

/**
 * The sums of a document, and the rows it is stored as: lines, adjustments by tax, and the tax breakdown. A tax rate
 * that is not known counts as none.
 * @throws RangeError for fields that their schema refuses
 */
export function rowsOf(fields: CalculatedFields, rates: ReadonlyMap<string, TaxRate>, legalText: LegalText) {
  const { currency, pricesIncludeTax } = fields;
  const rateOf = ({ taxRateId }: { taxRateId: string | null }) => rates.get(taxRateId ?? "");
  const lines = fields.lines.map((line) => lineOf(line, rateOf(line) ?? NO_TAX, currency));
  const adjustments = fields.adjustments.map((one): Named<Adjustment> => {
    const value = coreValue({ kind: one.valueKind, text: one.value }, currency);
    return { kind: one.kind, value, tax: rateOf(one) ?? null };
  });
  const totals = invoiceTotals({ currency, pricesIncludeTax, lines, adjustments });
  const used = [...fields.lines, ...fields.adjustments].flatMap((one) => rateOf(one) ?? []);
  return {
    totals,
    items: fields.lines.flatMap((line, at) => itemsOf(line, at, lines[at], totals)),
    adjustments: fields.adjustments.flatMap((one, at) => partsOf(one, at, { lines, adjustments }, totals)),
    taxes: taxRowsOf(totals, used, legalText),
  };
}

type Named<T extends { tax: unknown }> = Omit<T, "tax"> & { tax: NamedTax | (null & T["tax"]) };

function lineOf(line: InvoiceLine, tax: NamedTax, currency: string): Named<LineInput> {
  const { quantity, unitPrice, discountKind, discount } = line;
  const value =
    discount && !isZero(discount) ? coreValue({ kind: discountKind, text: discount }, currency) : null;
  return { quantity, unitPrice, discount: value, tax };
}

function itemsOf(line: InvoiceLine, at: number, input: Named<LineInput> | undefined, totals: InvoiceTotals) {
  const sums = totals.lines[at];
  if (!sums || !input) return [];
  const { discount, tax } = input;
  return [
    {
      position: at + 1,
      description: line.description,
      quantity: asStored(line.quantity),
      unit: line.unit,
      unitPrice: asStored(line.unitPrice),
      discountPpm: discount?.kind === "percent" ? discount.ppm : null,
      discountAmountMinor: discount?.kind === "amount" ? discount.minor : null,
      taxRateId: line.taxRateId,
      deductsInvoiceId: line.deductsInvoiceId,
      ...taxColumnsOf(tax),
      ...sums,
    },
  ];
}

/** "2" as the database writes it: "2.000000". */
const asStored = (text: string) => decimal(text).toFixed(Math.max(6, decimalPlaces(text)));

type Inputs = { lines: readonly Named<LineInput>[]; adjustments: readonly Named<Adjustment>[] };

/** An adjustment's rows, one for each tax. One that comes to nothing keeps a row, to be there when it is edited again. */
function partsOf(one: InvoiceAdjustment, at: number, { lines, adjustments }: Inputs, totals: InvoiceTotals) {
  const { value, tax: own } = adjustments[at] ?? { value: null, tax: null };
  const computed = totals.adjustments[at]?.parts ?? [];
  const parts = computed.length > 0 ? computed : [{ tax: own ?? NO_TAX, amountMinor: 0n, netMinor: 0n }];
  return parts.map(({ tax, amountMinor, netMinor }, part) => ({
    position: at + 1,
    part,
    kind: one.kind,
    description: one.description,
    percentPpm: value?.kind === "percent" ? value.ppm : null,
    enteredMinor: value?.kind === "amount" ? value.minor : null,
    isSpread: own === null,
    taxRateId: one.taxRateId,
    ...taxColumnsOf(own ?? lines.find((line) => taxKey(line.tax) === taxKey(tax))?.tax ?? NO_TAX),
    amountMinor,
    netMinor,
  }));
}
