import type { DocumentKind, InvoiceStatus } from "@/lib/core/status";

/** What a status means to the client who reads it: whether there is something to do. Drafts are never theirs to see. */
const WORDS = {
  invoice: {
    open: "toPay",
    sent: "toPay",
    viewed: "toPay",
    partially_paid: "partlyPaid",
    paid: "paid",
    overdue: "overdue",
    void: "cancelled",
    written_off: "closed",
  },
  quote: {
    open: "toAnswer",
    sent: "toAnswer",
    viewed: "toAnswer",
    accepted: "accepted",
    declined: "declined",
    expired: "expired",
    void: "withdrawn",
  },
  credit_note: { open: "available", sent: "available", applied: "used", void: "cancelled" },
} as const satisfies Record<DocumentKind, Partial<Record<InvoiceStatus, string>>>;

type WordsOf<Kind> = Kind extends DocumentKind ? (typeof WORDS)[Kind][keyof (typeof WORDS)[Kind]] : never;
export type StatusWord = WordsOf<DocumentKind> | "issued";

/** The key of the word in `portal.status`. */
export function statusWord(kind: DocumentKind, status: InvoiceStatus): StatusWord {
  const words: Partial<Record<InvoiceStatus, StatusWord>> = WORDS[kind];
  return words[status] ?? "issued";
}
