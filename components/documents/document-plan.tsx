import type { DocumentLabels } from "@/lib/documents/labels";
import type { DocumentView } from "@/lib/documents/types";
import { formatDate, formatMoney } from "@/lib/i18n/format";

/** What is due when, where it is not due in one sum. */
export function DocumentPlan({ view, labels }: { view: DocumentView; labels: DocumentLabels }) {
  if (!view.plan?.length) return null;
  return (
    <section className="mt-8">
      <h3 className="mb-1 text-xs font-medium text-paper-muted">{labels.plan}</h3>
      <ul className="max-w-72 tabular-nums">
        {view.plan.map((part) => (
          <li
            key={part.dueDate + part.amountMinor}
            className="flex justify-between gap-6 border-b border-paper-line py-1"
          >
            <span>{formatDate(part.dueDate, view.locale)}</span>
            <span>{formatMoney(part.amountMinor, view.currency, view.locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
