export const lifecycles = ["draft", "open", "accepted", "declined", "void", "written_off"] as const;
export type Lifecycle = (typeof lifecycles)[number];

export const paymentStates = ["unpaid", "partially_paid", "paid", "overpaid"] as const;
export type PaymentState = (typeof paymentStates)[number];

export const invoiceStatuses = [
  "draft",
  "scheduled",
  "open",
  "sent",
  "viewed",
  "partially_paid",
  "paid",
  "overdue",
  "applied",
  "accepted",
  "declined",
  "expired",
  "void",
  "written_off",
] as const;
/** What people read. `open` is finalized but not yet sent; `applied` a credit note that is used up. */
export type InvoiceStatus = (typeof invoiceStatuses)[number];

export const documentKinds = ["invoice", "credit_note", "quote"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The facts that a status follows from; amounts in minor units, dates ISO, `today` in the organization's time zone. */
export type InvoiceFacts = {
  kind: DocumentKind;
  lifecycle: Lifecycle;
  /** What was to be paid when it was issued; of a credit note, what it credited. */
  payableMinor: bigint;
  /** What an invoice still owes; of a credit note, what is left of the credit. */
  balanceMinor: bigint;
  /** Of a quote, the last day on which it can be accepted. */
  dueDate: string | null;
  /** Set on a draft that is to be finalized by itself. */
  scheduledFor: string | null;
  sent: boolean;
  viewed: boolean;
};

/** How much of an open invoice is settled, from what was to be paid and what its receivable postings leave. */
export function paymentState(payableMinor: bigint, balanceMinor: bigint): PaymentState {
  if (balanceMinor < 0n) return "overpaid";
  if (balanceMinor === 0n) return "paid";
  return balanceMinor < payableMinor ? "partially_paid" : "unpaid";
}

/** Due dates are inclusive: an invoice is late from the day after. ISO dates compare as text. */
export function isOverdue(facts: InvoiceFacts, today: string): boolean {
  return (
    facts.kind === "invoice" &&
    facts.lifecycle === "open" &&
    facts.balanceMinor > 0n &&
    facts.dueDate !== null &&
    facts.dueDate < today
  );
}

/** The one status that people read, from the facts alone, so that it can't be stale. */
export function invoiceStatus(facts: InvoiceFacts, today: string): InvoiceStatus {
  if (facts.lifecycle === "draft" && facts.scheduledFor) return "scheduled";
  if (facts.lifecycle !== "open") return facts.lifecycle;
  if (facts.kind === "quote" && facts.dueDate !== null && facts.dueDate < today) return "expired";
  if (facts.kind === "credit_note")
    return facts.balanceMinor === 0n ? "applied" : facts.sent ? "sent" : "open";
  const state = facts.kind === "quote" ? "unpaid" : paymentState(facts.payableMinor, facts.balanceMinor);
  if (state === "paid" || state === "overpaid") return "paid";
  if (isOverdue(facts, today)) return "overdue";
  if (state === "partially_paid") return "partially_paid";
  if (facts.viewed) return "viewed";
  return facts.sent ? "sent" : "open";
}
