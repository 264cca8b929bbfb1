import { Webhook } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { listWebhooks } from "@/lib/admin/queries";
import { ListSection } from "./list-section";

type Event = Awaited<ReturnType<typeof listWebhooks>>["events"][number];

const tones: Record<Event["state"], Tone> = {
  received: "info",
  processed: "success",
  ignored: "neutral",
  refused: "danger",
};

/** The last events that a payment provider signed, and what became of each. */
export function WebhookEvents({ events }: { events: readonly Event[] }) {
  const t = useTranslations("settings.work.events");
  const columns: Column<Event>[] = [
    {
      key: "type",
      header: t("event"),
      cell: (event) => (
        <>
          <span className="font-medium [overflow-wrap:anywhere]">{event.eventType}</span>
          <span className="block font-mono text-xs [overflow-wrap:anywhere] text-muted-foreground">
            {event.eventId}
          </span>
          {event.problem && (
            <span className="mt-0.5 block text-xs text-danger-text">
              {t.has(`problems.${event.problem}`) ? t(`problems.${event.problem}`) : event.problem}
            </span>
          )}
        </>
      ),
    },
    {
      key: "state",
      header: t("state"),
      cell: (event) => <Badge tone={tones[event.state]}>{t(`states.${event.state}`)}</Badge>,
    },
    {
      key: "duplicates",
      header: t("duplicates"),
      align: "end",
      showFrom: "md",
      cell: (event) => event.duplicates,
    },
    {
      key: "when",
      header: t("received"),
      align: "end",
      cell: (event) => <RelativeTime date={event.receivedAt} />,
    },
  ];
  return (
    <ListSection title={t("title")} description={t("description")}>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={events}
        rowKey={(event) => event.id}
        empty={
          <EmptyState icon={Webhook} title={t("emptyTitle")} className="py-10">
            {t("empty")}
          </EmptyState>
        }
      />
    </ListSection>
  );
}
