import { sumLabelOf } from "@/lib/documents/facts";
import { type DocumentLabels, taxBaseText } from "@/lib/documents/labels";
import type { DocumentView } from "@/lib/documents/types";
import { formatMoney } from "@/lib/i18n/format";

type Row = { key: string; label: string; detail?: string; minor: bigint; strong?: boolean };

/** From the subtotal down to what is still owed. Rows that would say nothing are left out. */
export function DocumentTotals({ view, labels }: { view: DocumentView; labels: DocumentLabels }) {
  const money = (minor: bigint) => formatMoney(minor, view.currency, view.locale);
  const paid = view.paidMinor !== 0n;
  const rows: Row[] = [
    { key: "subtotal", label: labels.subtotal, minor: view.subtotalMinor },
    ...(view.discountMinor ? [{ key: "discount", label: labels.discount, minor: -view.discountMinor }] : []),
    ...view.taxes.map((tax) => ({
      key: `tax ${tax.label}`,
      label: tax.label,
      detail: taxBaseText(labels, money(tax.baseMinor)),
      minor: tax.taxMinor,
    })),
    ...(view.taxes.length > 1 ? [{ key: "taxes", label: labels.taxTotal, minor: view.taxTotalMinor }] : []),
    { key: "total", label: labels.total, minor: view.totalMinor, strong: !paid },
    ...(paid ? [{ key: "paid", label: labels.paid, minor: -view.paidMinor }] : []),
  ];
  return (
    <dl className="mt-5 ml-auto w-full @md:max-w-80">
      {rows.map((row) => (
        <div key={row.key} className="flex items-baseline justify-between gap-6 py-1.5 tabular-nums">
          <dt className={row.strong ? "font-medium" : "text-paper-muted"}>
            {row.label}
            {row.detail && <span className="ml-1.5 text-xs">{row.detail}</span>}
          </dt>
          <dd className={row.strong ? "font-medium whitespace-nowrap" : "whitespace-nowrap"}>
            {money(row.minor)}
          </dd>
        </div>
      ))}
      <div className="mt-2 flex items-baseline justify-between gap-6 border-t border-paper-ink/80 pt-3">
        <dt className="text-base font-semibold">{sumLabelOf(view, labels)}</dt>
        <dd className="text-lg font-semibold whitespace-nowrap tabular-nums">{money(view.balanceMinor)}</dd>
      </div>
    </dl>
  );
}
