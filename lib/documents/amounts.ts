import { convert, isRate } from "@/lib/core/exchange";
import { sum } from "@/lib/core/money";
import { formatMoney, formatPercent } from "@/lib/i18n/format";
import type { AdjustmentRow, ItemRow } from "@/lib/invoices/rows";
import { taxOfColumns } from "@/lib/invoices/tax-rate";
import type { TaxRow } from "@/lib/invoices/tax-rows";
import { type DocumentLabels, fillLabel } from "./labels";
import { addedTaxesLabelOf, taxLabelOf } from "./parts";
import { taxRowKey } from "./totals";
import type { DocumentAdjustment, DocumentAmounts, DocumentLine, DocumentTax } from "./types";

/** A document with its rows, stored or while it is typed. `exchangeRate` is decimal text, in the organization's currency. */
export type DocumentSource = {
  currency: string;
  pricesIncludeTax: boolean;
  exchangeRate: string | null;
  subtotalMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
  withheldMinor: bigint;
  items: readonly ItemRow[];
  adjustments: readonly AdjustmentRow[];
  taxes: readonly TaxRow[];
};

/** What a document prints of its amounts. */
export function documentAmountsOf(
  source: DocumentSource,
  { locale, baseCurrency }: { locale: string; baseCurrency: string },
  labels: DocumentLabels,
): DocumentAmounts {
  const { currency, pricesIncludeTax, exchangeRate, items, taxes } = source;
  const taxOf = (row: TaxRow): DocumentTax => ({
    key: taxRowKey(row),
    label: taxLabelOf(row, locale),
    baseMinor: row.baseMinor,
    taxMinor: row.taxMinor,
  });
  const charged = taxes.filter((row) => row.kind !== "withholding");
  const inBase = (minor: bigint) => convert(minor, currency, baseCurrency, exchangeRate ?? "1");
  return {
    currency,
    locale,
    pricesIncludeTax,
    lines: items.map((item) => lineOf(item, currency, locale, labels)),
    linesMinor: sum(items.map((item) => item.amountMinor)),
    adjustments: adjustmentsOf(source.adjustments, locale, labels),
    // Lines that are not subject to tax need no row that says so.
    taxes: charged.filter((row) => row.category !== "O").map(taxOf),
    withholdings: taxes.filter((row) => row.kind === "withholding").map(taxOf),
    reasons: [...new Set(taxes.flatMap((row) => row.reason?.split("\n") ?? []))],
    subtotalMinor: source.subtotalMinor,
    taxTotalMinor: source.taxMinor,
    totalMinor: source.totalMinor,
    payableMinor: source.totalMinor - source.withheldMinor,
    // Tax by tax, as the books have it.
    exchange:
      currency !== baseCurrency && exchangeRate && isRate(exchangeRate)
        ? {
            currency: baseCurrency,
            rate: exchangeRate,
            taxMinor: sum(charged.map((row) => inBase(row.taxMinor))),
          }
        : undefined,
  };
}

function lineOf(item: ItemRow, currency: string, locale: string, labels: DocumentLabels): DocumentLine {
  return {
    id: String(item.position),
    description: item.description,
    quantity: item.quantity,
    unit: item.unit ?? undefined,
    unitPrice: item.unitPrice,
    discountLabel: discountLabelOf(item, currency, locale, labels),
    taxLabel: item.taxRateId ? addedTaxesLabelOf(taxOfColumns(item), locale) : undefined,
    amountMinor: item.amountMinor,
  };
}

/** "Less 10% discount (€5.00)", or undefined without one. */
function discountLabelOf(item: ItemRow, currency: string, locale: string, labels: DocumentLabels) {
  if (item.discountMinor === 0n) return undefined;
  const amount = formatMoney(item.discountMinor, currency, locale);
  return item.discountPpm
    ? fillLabel(labels, "discountPercent", { percent: formatPercent(item.discountPpm, locale), amount })
    : fillLabel(labels, "discountAmount", { amount });
}

/** One for all rows of an adjustment. */
function adjustmentsOf(
  rows: readonly AdjustmentRow[],
  locale: string,
  labels: DocumentLabels,
): DocumentAdjustment[] {
  const first = rows.filter((row) => row.part === 0);
  return first.map(({ position, kind, description, percentPpm }) => {
    const minor = sum(rows.filter((row) => row.position === position).map((row) => row.amountMinor));
    const percent = percentPpm === null ? null : formatPercent(percentPpm, locale);
    return {
      label: percent ? fillLabel(labels, "adjustmentPercent", { description, percent }) : description,
      minor: kind === "discount" ? -minor : minor,
    };
  });
}
