import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { DocumentLabels } from "./labels";
import type { DocumentView } from "./types";

export type DocumentFact = { label: string; value: string; strong?: boolean };

/** What the document is called. */
export function titleOf(view: DocumentView, labels: DocumentLabels): string {
  if (view.kind === "invoice") return view.isDeposit ? labels.depositInvoice : labels.title;
  return view.kind === "quote" ? labels.quote : labels.creditNote;
}

/** What stands above the recipient. */
export const recipientLabelOf = ({ kind }: DocumentView, labels: DocumentLabels): string =>
  kind === "quote" ? labels.quoteFor : labels.billTo;

/** The last of its sums: what is still to be paid, credited or offered. */
export const sumLabelOf = ({ kind }: DocumentView, labels: DocumentLabels): string =>
  ({ invoice: labels.balance, credit_note: labels.credit, quote: labels.quoted })[kind];

/** When, about what, how much: beside the recipient's address, on the page and in the PDF alike. */
export function documentFacts(view: DocumentView, labels: DocumentLabels): DocumentFact[] {
  const date = (iso: string) => formatDate(iso, view.locale);
  const second = {
    invoice: { label: labels.dueDate, value: date(view.dueDate) },
    credit_note: { label: labels.credits, value: view.creditedNumber ?? labels.draft },
    quote: { label: labels.validUntil, value: date(view.dueDate) },
  }[view.kind];
  const sum = {
    label: sumLabelOf(view, labels),
    value: formatMoney(view.balanceMinor, view.currency, view.locale),
    strong: true,
  };
  return [{ label: labels.issueDate, value: date(view.issueDate) }, second, sum];
}
