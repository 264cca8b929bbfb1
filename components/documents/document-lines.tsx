import type { DocumentLabels } from "@/lib/documents/labels";
import type { DocumentLine, DocumentView } from "@/lib/documents/types";
import { formatMoney, formatQuantity, formatUnitPrice } from "@/lib/i18n/format";
import { WhyButton } from "./why-amount";

const head = "border-b border-paper-ink/80 pb-2 text-xs font-medium text-paper-muted";
const cell = "border-b border-paper-line py-3 align-top";
const wide = "hidden text-right whitespace-nowrap tabular-nums @xl:table-cell pl-6";

/** The lines. On a narrow sheet quantity, price and tax move under the description. */
export function DocumentLines({ view, labels }: { view: DocumentView; labels: DocumentLabels }) {
  const { currency, locale } = view;
  return (
    <table className="mt-10 w-full border-separate border-spacing-0">
      <thead>
        <tr>
          <th scope="col" className={`${head} w-full text-left`}>
            {labels.description}
          </th>
          <th scope="col" className={`${head} ${wide}`}>
            {labels.quantity}
          </th>
          <th scope="col" className={`${head} ${wide}`}>
            {labels.unitPrice}
          </th>
          <th scope="col" className={`${head} ${wide}`}>
            {labels.tax}
          </th>
          <th scope="col" className={`${head} pl-4 text-right`}>
            {labels.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.lines.length === 0 && (
          <tr>
            <td colSpan={5} className={`${cell} py-6 text-paper-muted`}>
              {labels.noLines}
            </td>
          </tr>
        )}
        {view.lines.map((line, index) => {
          const quantity = withUnit(line, locale);
          const price = formatUnitPrice(line.unitPrice, currency, locale);
          return (
            <tr key={line.id}>
              <td className={cell}>
                <Description text={line.description} />
                <p className="text-xs text-paper-muted tabular-nums @xl:hidden">
                  {quantity} × {price}
                  {line.taxLabel && ` · ${line.taxLabel}`}
                </p>
                {line.discountLabel && <p className="text-xs text-paper-muted">{line.discountLabel}</p>}
              </td>
              <td className={`${cell} ${wide}`}>{quantity}</td>
              <td className={`${cell} ${wide}`}>{price}</td>
              <td className={`${cell} ${wide} text-paper-muted`}>{line.taxLabel ?? "—"}</td>
              <td className={`${cell} pl-4 text-right whitespace-nowrap tabular-nums`}>
                <WhyButton at={`line ${index}`}>{formatMoney(line.amountMinor, currency, locale)}</WhyButton>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function withUnit(line: DocumentLine, locale: string): string {
  const quantity = formatQuantity(line.quantity, locale);
  return line.unit ? `${quantity} ${line.unit}` : quantity;
}

/** The first line names the thing, the lines after it explain. */
function Description({ text }: { text: string }) {
  const [name, ...rest] = text.trim().split("\n");
  return (
    <div dir="auto" className="[overflow-wrap:anywhere]">
      <p className="font-medium">{name || "—"}</p>
      {rest.length > 0 && <p className="whitespace-pre-line text-paper-muted">{rest.join("\n")}</p>}
    </div>
  );
}
