import { sumLabelOf } from "@/lib/documents/facts";
import type { DocumentLabels } from "@/lib/documents/labels";
import { notices, settlementRows, totalRows } from "@/lib/documents/totals";
import type { DocumentView } from "@/lib/documents/types";
import { formatMoney } from "@/lib/i18n/format";
import { WhyButton } from "./why-amount";

/** From the subtotal down to what is still owed, and what is to be said about it. */
export function DocumentTotals({ view, labels }: { view: DocumentView; labels: DocumentLabels }) {
  const money = (minor: bigint) => formatMoney(minor, view.currency, view.locale);
  const settled = settlementRows(view, labels);
  const texts = notices(view, labels);
  return (
    <div className="mt-5 flex flex-col gap-x-10 gap-y-5 @md:flex-row-reverse @md:justify-between">
      <dl className="w-full shrink-0 @md:max-w-80">
        {totalRows(view, labels).map((row) => {
          const strong = row.strong && settled.length === 0 ? "font-medium" : undefined;
          return (
            <div key={row.key} className="flex items-baseline justify-between gap-6 py-1.5 tabular-nums">
              <dt className={strong ?? "min-w-0 text-paper-muted"}>
                <bdi className="[overflow-wrap:anywhere]">{row.label}</bdi>
                {row.detail && <span className="ml-1.5 text-xs">{row.detail}</span>}
              </dt>
              <dd className={`whitespace-nowrap ${strong ?? ""}`}>
                <WhyButton at={row.key}>{money(row.minor)}</WhyButton>
              </dd>
            </div>
          );
        })}
        {settled.map((row) => (
          <div key={row.key} className="flex items-baseline justify-between gap-6 py-1.5 tabular-nums">
            <dt className="text-paper-muted">{row.label}</dt>
            <dd className="whitespace-nowrap">{money(row.minor)}</dd>
          </div>
        ))}
        <div className="mt-2 flex items-baseline justify-between gap-6 border-t border-paper-ink/80 pt-3">
          <dt className="text-base font-semibold">{sumLabelOf(view, labels)}</dt>
          <dd className="text-lg font-semibold whitespace-nowrap tabular-nums">{money(view.balanceMinor)}</dd>
        </div>
      </dl>
      {texts.length > 0 && (
        <div className="flex min-w-0 flex-col gap-1.5 pt-1.5 text-xs text-pretty text-paper-muted">
          {texts.map((text) => (
            <p key={text} dir="auto" className="[overflow-wrap:anywhere]">
              {text}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
