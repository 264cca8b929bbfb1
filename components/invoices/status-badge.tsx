import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { InvoiceStatus } from "@/lib/core/status";

/** The colour of each status, whatever the words are. */
export const statusTones: Record<InvoiceStatus, Tone> = {
  draft: "neutral",
  scheduled: "info",
  open: "info",
  sent: "info",
  viewed: "info",
  partially_paid: "warning",
  paid: "success",
  overdue: "danger",
  applied: "success",
  accepted: "success",
  declined: "danger",
  expired: "warning",
  void: "neutral",
  written_off: "neutral",
};

/** The one status of an invoice, in words and colour. */
export function StatusBadge({ status }: { status: InvoiceStatus }) {
  const t = useTranslations("invoices.status");
  return (
    <Badge tone={statusTones[status]} dot>
      {t(status)}
    </Badge>
  );
}
