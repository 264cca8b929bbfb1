import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DocumentKind } from "@/lib/core/status";

export type EmailDelivery = {
  id: string;
  template: string;
  recipient: string;
  state: "queued" | "sent" | "failed";
  problem: string | null;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
};

const tones: Record<EmailDelivery["state"], Tone> = { queued: "neutral", sent: "success", failed: "danger" };
const TEMPLATES = [
  "receipt",
  "payment",
  "refund",
  "refund_failed",
  "refund_requested",
  "refund_approved",
  "refund_refused",
  "reminder",
  "quote_accepted",
  "quote_declined",
  "schedule_failed",
] as const;

/** The words of a message; the document itself is called by its kind. */
const wordsOf = (template: string, kind: DocumentKind) =>
  template === "invoice" ? kind : (TEMPLATES.find((name) => name === template) ?? "other");

/** Which messages went out about an invoice, to whom, and how they fared. Nothing when there were none. */
export function EmailsCard({
  kind,
  deliveries,
}: {
  kind: DocumentKind;
  deliveries: readonly EmailDelivery[];
}) {
  const t = useTranslations("invoices.detail.emails");
  if (deliveries.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardContent>
        <ul className="flex flex-col gap-3 text-sm">
          {deliveries.map((one) => (
            <li key={one.id} className="min-w-0">
              <div className="flex items-center justify-between gap-3">
                <span className="truncate font-medium">{t(`template.${wordsOf(one.template, kind)}`)}</span>
                <Badge tone={tones[one.state]} dot>
                  {t(one.state)}
                </Badge>
              </div>
              <div className="flex flex-wrap justify-between gap-x-3 text-xs text-muted-foreground">
                <span className="min-w-0 break-all">{one.recipient}</span>
                <RelativeTime date={one.sentAt ?? one.createdAt} />
              </div>
              {one.state !== "sent" && one.problem && (
                <p className="mt-0.5 text-xs break-words text-danger-text">
                  {one.problem} · {t("attempts", { count: one.attempts })}
                </p>
              )}
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}
