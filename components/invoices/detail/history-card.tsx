import { useLocale, useTranslations } from "next-intl";
import { actorKind, eventLook } from "@/components/invoices/event-looks";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { Timeline } from "@/components/ui/timeline";
import { eventFacts } from "@/lib/overview/event-facts";

export type InvoiceEvent = {
  id: string;
  type: string;
  payload: Record<string, unknown>;
  actorKind: string;
  actorName: string | null;
  createdAt: Date;
};

/** What happened to an invoice, who did it and when; newest first. */
export function HistoryCard({ events }: { events: readonly InvoiceEvent[] }) {
  const t = useTranslations("invoices");
  const locale = useLocale();
  return (
    <Card>
      <CardHeader title={t("detail.timeline")} />
      <CardContent>
        <Timeline
          items={events.map((event) => {
            const { key, icon, tone } = eventLook(event.type);
            const facts = eventFacts(event.payload, locale);
            const actor = event.actorName ?? t(`actors.${actorKind(event.actorKind)}`);
            return {
              id: event.id,
              icon,
              tone,
              title: t(`events.${key}`, { actor, ...facts }),
              time: <RelativeTime date={event.createdAt} />,
              body: facts.message && (
                <p dir="auto" className="border-l-2 border-border pl-2 whitespace-pre-line">
                  {facts.message}
                </p>
              ),
            };
          })}
        />
      </CardContent>
    </Card>
  );
}
