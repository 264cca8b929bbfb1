import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { PaymentUse } from "@/lib/core/payment-use";

const tones: Record<PaymentUse, Tone> = {
  applied: "success",
  partly_applied: "warning",
  unapplied: "info",
  partly_refunded: "warning",
  refunded: "neutral",
  reversed: "danger",
};

/** What became of a payment, in words and colour. */
export function PaymentBadge({ use }: { use: PaymentUse }) {
  const t = useTranslations("payments.uses");
  return (
    <Badge tone={tones[use]} dot>
      {t(use)}
    </Badge>
  );
}
