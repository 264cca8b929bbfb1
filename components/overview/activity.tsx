import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { actorKind, eventLook } from "@/components/invoices/event-looks";
import { RelativeTime } from "@/components/ui/relative-time";
import { Timeline } from "@/components/ui/timeline";
import { eventFacts } from "@/lib/overview/event-facts";

export type ActivityEvent = {
  id: string;
  type: string;
  payload: Record<string, unknown>;
  actorKind: string;
  actorName: string | null;
  invoiceId: string | null;
  number: string | null;
  clientName: string | null;
  createdAt: Date;
};

/** What happened last, each with a link to its invoice. */
export function Activity({ events }: { events: readonly ActivityEvent[] }) {
  const t = useTranslations("overview.activity");
  const actors = useTranslations("invoices.actors");
  const locale = useLocale();
  if (events.length === 0) return <p className="text-sm text-muted-foreground">{t("empty")}</p>;
  return (
    <Timeline
      items={events.map((event) => {
        const { key, icon, tone } = eventLook(event.type);
        const words = {
          actor: event.actorName ?? actors(actorKind(event.actorKind)),
          client: event.clientName ?? t("noClient"),
          number: event.number ?? t("draftNumber"),
          amount: eventFacts(event.payload, locale).amount,
          link: (label: ReactNode) => (
            <Link
              href={`/invoices/${event.invoiceId}`}
              className="rounded-sm font-medium hover:text-link hover:underline"
            >
              <bdi>{label}</bdi>
            </Link>
          ),
        };
        return {
          id: event.id,
          icon,
          tone,
          title: t.rich(key, words),
          time: <RelativeTime date={event.createdAt} />,
        };
      })}
    />
  );
}
