import { extraKey, vatKey } from "@/lib/core/tax";
import { formatMoney, formatQuantity } from "@/lib/i18n/format";
import type { TaxRow } from "@/lib/invoices/tax-rows";
import { type DocumentLabels, fillLabel } from "./labels";
import type { DocumentAmounts, DocumentTax, DocumentView } from "./types";

/** The same text for a row of the tax breakdown, wherever it is shown. */
export function taxRowKey(row: Pick<TaxRow, "kind" | "category" | "name" | "ratePpm">): string {
  const { kind, category, name, ratePpm } = row;
  return `${kind} ${category ? vatKey({ category, ratePpm }) : extraKey({ name, ratePpm })}`;
}

/** A sum as printed; `key` is what of a document's derivation explains it. */
export type TotalRow = { key: string; label: string; detail?: string; minor: bigint; strong?: boolean };

/** From the lines down to what is payable, on screens and paper alike. Rows that would say nothing are left out. */
export function totalRows(view: DocumentAmounts, labels: DocumentLabels): TotalRow[] {
  const base = (tax: DocumentTax) =>
    fillLabel(labels, "taxBase", { amount: formatMoney(tax.baseMinor, view.currency, view.locale) });
  const withheld = view.withholdings.length > 0;
  return [
    ...(view.adjustments.length > 0
      ? [{ key: "lines", label: labels.linesSum, minor: view.linesMinor }]
      : []),
    ...view.adjustments.map(({ label, minor }, index) => ({ key: `adjustment ${index}`, label, minor })),
    {
      key: "subtotal",
      label: view.pricesIncludeTax ? labels.withoutTax : labels.subtotal,
      minor: view.subtotalMinor,
    },
    ...view.taxes.map((tax) => ({ key: tax.key, label: tax.label, detail: base(tax), minor: tax.taxMinor })),
    ...(view.taxes.length > 1 ? [{ key: "tax", label: labels.taxTotal, minor: view.taxTotalMinor }] : []),
    { key: "total", label: labels.total, minor: view.totalMinor, strong: !withheld },
    ...view.withholdings.map((tax) => ({
      key: tax.key,
      label: tax.label,
      detail: base(tax),
      minor: -tax.taxMinor,
    })),
    ...(withheld ? [{ key: "payable", label: labels.payable, minor: view.payableMinor, strong: true }] : []),
  ];
}

/** From what was payable to what is owed now: what was paid, and what was given up when it was voided or written off. */
export function settlementRows(view: DocumentView, labels: DocumentLabels): TotalRow[] {
  const givenUpMinor = view.payableMinor - view.paidMinor - view.balanceMinor;
  return [
    { key: "paid", label: labels.paid, minor: -view.paidMinor },
    { key: "givenUp", label: view.statusLabel ?? labels.paid, minor: -givenUpMinor },
  ].filter(({ minor }) => minor !== 0n);
}

/** What a document has to say about its amounts: in which terms its prices are, why no tax, at which exchange rate. */
export function notices(view: DocumentAmounts, labels: DocumentLabels): string[] {
  const { currency: from, exchange, locale } = view;
  const rate = exchange && {
    from,
    to: exchange.currency,
    rate: formatQuantity(exchange.rate, locale),
    tax: formatMoney(exchange.taxMinor, exchange.currency, locale),
  };
  return [
    ...(view.pricesIncludeTax ? [labels.pricesIncludeTax] : []),
    ...view.reasons,
    ...(rate ? [fillLabel(labels, "exchange", rate)] : []),
  ];
}
