import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { listWebhooks } from "@/lib/admin/queries";
import { formatDateTime } from "@/lib/i18n/format";
import { ListSection } from "./list-section";

type Rejection = Awaited<ReturnType<typeof listWebhooks>>["rejections"][number];

/** Requests to the webhook address that no provider signed, counted by reason and hour. */
export function WebhookRejections({
  rejections,
  locale,
  timeZone,
}: {
  rejections: readonly Rejection[];
  locale: string;
  timeZone: string;
}) {
  const t = useTranslations("settings.work.rejections");
  const columns: Column<Rejection>[] = [
    {
      key: "reason",
      header: t("reason"),
      cell: (one) => (t.has(`reasons.${one.reason}`) ? t(`reasons.${one.reason}`) : one.reason),
    },
    { key: "gateway", header: t("gateway"), showFrom: "sm", cell: (one) => one.gateway },
    { key: "ip", header: t("lastIp"), showFrom: "md", cell: (one) => one.lastIp ?? "—" },
    { key: "count", header: t("count"), align: "end", cell: (one) => one.count },
    {
      key: "last",
      header: t("last"),
      align: "end",
      showFrom: "sm",
      cell: (one) => formatDateTime(one.lastAt, locale, timeZone),
    },
  ];
  return (
    <ListSection title={t("title")} description={t("description")}>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={rejections}
        rowKey={(one) => `${one.gateway} ${one.reason} ${one.hour.toISOString()}`}
        rowSummary={(one) => formatDateTime(one.lastAt, locale, timeZone)}
        empty={<EmptyState icon={ShieldCheck} title={t("empty")} className="py-10" />}
      />
    </ListSection>
  );
}
