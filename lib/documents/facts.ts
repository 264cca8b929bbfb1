import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { DocumentLabels } from "./labels";
import type { DocumentView } from "./types";

export type DocumentFact = { label: string; value: string; strong?: boolean };

/** What the document is called. */
export const titleOf = (view: DocumentView, labels: DocumentLabels): string =>
  view.kind === "credit_note" ? labels.creditNote : labels.title;

/** The last of its sums: what is still to be paid, or what is credited. */
export const sumLabelOf = (view: DocumentView, labels: DocumentLabels): string =>
  view.kind === "credit_note" ? labels.credit : labels.balance;

/** When, about what, how much: beside the recipient's address, on the page and in the PDF alike. */
export function documentFacts(view: DocumentView, labels: DocumentLabels): DocumentFact[] {
  const date = (iso: string) => formatDate(iso, view.locale);
  const sum = {
    label: sumLabelOf(view, labels),
    value: formatMoney(view.balanceMinor, view.currency, view.locale),
    strong: true,
  };
  const issued = { label: labels.issueDate, value: date(view.issueDate) };
  return view.kind === "credit_note"
    ? [issued, { label: labels.credits, value: view.creditedNumber ?? labels.draft }, sum]
    : [issued, { label: labels.dueDate, value: date(view.dueDate) }, sum];
}
