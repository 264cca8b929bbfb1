import Link from "next/link";
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
  /** The document that it is about, on the page of a client, where there are several. */
  invoiceId?: string | null;
  number?: string | null;
};

/** What happened to an invoice or with a client, who did it and when; newest first. */
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
              time: (
                <>
                  {event.number && (
                    <Link href={`/invoices/${event.invoiceId}`} className="rounded-sm hover:underline">
                      {event.number}
                    </Link>
                  )}
                  {event.number && " · "}
                  <RelativeTime date={event.createdAt} />
                </>
              ),
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
