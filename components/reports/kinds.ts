/** The causes of journal entries that have words in the catalogs; others are told in general terms. */
const kinds = [
  "invoice_finalized",
  "invoice_voided",
  "invoice_written_off",
  "credit_note_finalized",
  "credit_note_voided",
  "payment_received",
  "payment_reversed",
  "allocation_applied",
  "allocation_unapplied",
  "refund_issued",
  "refund_failed",
  "fee_charged",
] as const;

/** The key of an entry's words, such as "invoice_finalized" for the kind "invoice.finalized". */
export const entryKey = (kind: string) => kinds.find((known) => known === kind.replace(".", "_")) ?? "other";
