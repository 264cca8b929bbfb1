import {
  Ban,
  BellRing,
  Building2,
  CalendarClock,
  CalendarX,
  Check,
  CreditCard,
  Eraser,
  Eye,
  FilePen,
  FilePlus,
  Hourglass,
  type LucideIcon,
  ReceiptText,
  Send,
  Stamp,
  TriangleAlert,
  Undo2,
  Unlink,
  X,
} from "lucide-react";
import type { Tone } from "@/components/ui/badge";

/** The events that have words in the catalogs; others are told in general terms. */
const looks = {
  invoice_created: { icon: FilePlus, tone: "neutral" },
  invoice_updated: { icon: FilePen, tone: "neutral" },
  invoice_finalized: { icon: Stamp, tone: "info" },
  invoice_scheduled: { icon: CalendarClock, tone: "info" },
  invoice_unscheduled: { icon: CalendarX, tone: "neutral" },
  invoice_schedule_failed: { icon: TriangleAlert, tone: "danger" },
  invoice_sent: { icon: Send, tone: "info" },
  invoice_reminded: { icon: BellRing, tone: "info" },
  invoice_viewed: { icon: Eye, tone: "info" },
  invoice_voided: { icon: Ban, tone: "neutral" },
  invoice_written_off: { icon: Eraser, tone: "neutral" },
  invoice_credited: { icon: ReceiptText, tone: "info" },
  credit_note_created: { icon: FilePlus, tone: "neutral" },
  credit_note_updated: { icon: FilePen, tone: "neutral" },
  credit_note_finalized: { icon: Stamp, tone: "info" },
  credit_note_voided: { icon: Ban, tone: "neutral" },
  invoice_link_revoked: { icon: Unlink, tone: "warning" },
  quote_created: { icon: FilePlus, tone: "neutral" },
  quote_updated: { icon: FilePen, tone: "neutral" },
  quote_finalized: { icon: Stamp, tone: "info" },
  quote_voided: { icon: Ban, tone: "neutral" },
  quote_accepted: { icon: Check, tone: "success" },
  quote_declined: { icon: X, tone: "danger" },
  quote_invoiced: { icon: FilePlus, tone: "info" },
  statement_sent: { icon: Send, tone: "info" },
  client_created: { icon: Building2, tone: "neutral" },
  client_updated: { icon: FilePen, tone: "neutral" },
  client_erased: { icon: Eraser, tone: "neutral" },
  payment_started: { icon: CreditCard, tone: "neutral" },
  payment_received: { icon: Check, tone: "success" },
  payment_applied: { icon: Check, tone: "success" },
  payment_reversed: { icon: Undo2, tone: "warning" },
  payment_refunded: { icon: Undo2, tone: "info" },
  refund_started: { icon: Undo2, tone: "neutral" },
  refund_failed: { icon: TriangleAlert, tone: "danger" },
  refund_requested: { icon: Hourglass, tone: "warning" },
  refund_approved: { icon: Check, tone: "success" },
  refund_refused: { icon: X, tone: "danger" },
  refund_withdrawn: { icon: Undo2, tone: "neutral" },
  credit_applied: { icon: Check, tone: "success" },
  credit_unapplied: { icon: Undo2, tone: "warning" },
  payment_failed: { icon: TriangleAlert, tone: "danger" },
  other: { icon: FilePen, tone: "neutral" },
} as const satisfies Record<string, { icon: LucideIcon; tone: Tone }>;

export type EventKey = keyof typeof looks;
export const eventKeys = Object.keys(looks) as EventKey[];

/** The key of an event's words, such as "invoice_sent" for the type "invoice.sent", and how it looks. */
export function eventLook(type: string): { key: EventKey; icon: LucideIcon; tone: Tone } {
  const name = type.replace(".", "_");
  const key = Object.hasOwn(looks, name) ? (name as EventKey) : "other";
  return { key, ...looks[key] };
}

const KINDS = ["user", "link", "system", "anonymous"] as const;

/** The kind of actor, as the catalog names it. */
export const actorKind = (kind: string): (typeof KINDS)[number] =>
  KINDS.find((known) => known === kind) ?? "anonymous";
