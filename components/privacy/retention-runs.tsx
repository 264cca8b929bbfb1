import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { retentionKinds } from "@/lib/core/retention";
import { formatDateTime } from "@/lib/i18n/format";
import { KeepLooking } from "./keep-looking";
import type { Retention, RetentionRun } from "./retention";
import { RunRetention } from "./run-retention";
import { Section } from "./section";
import type { Action } from "./types";

/** When retention runs next, its last runs with what each took, and the button that runs it now. */
export function RetentionRuns({
  retention: { runs, next },
  locale,
  timeZone,
  action,
}: {
  retention: Retention;
  locale: string;
  timeZone: string;
  /** Null for who may not. */
  action: Action | null;
}) {
  const t = useTranslations("privacy.runs");
  const took = ({ counts, finishedAt }: RetentionRun) => {
    const words = retentionKinds
      .filter((kind) => counts[kind])
      .map((kind) => t(`counts.${kind}`, { count: counts[kind] ?? 0 }));
    if (words.length === 0 && finishedAt)
      return <span className="text-muted-foreground">{t("nothing")}</span>;
    return words.join(", ");
  };
  const columns: Column<RetentionRun>[] = [
    { key: "when", header: t("when"), cell: (run) => formatDateTime(run.startedAt, locale, timeZone) },
    { key: "by", header: t("by"), showFrom: "sm", cell: (run) => run.requestedBy ?? t("clock") },
    {
      key: "took",
      header: t("took"),
      cell: (run) => (
        <span className="flex flex-col items-start gap-1">
          {!run.finishedAt && <Badge tone="info">{t("underWay")}</Badge>}
          {took(run)}
        </span>
      ),
    },
  ];
  const underWay = runs.some((run) => !run.finishedAt);
  return (
    <Section
      title={t("title")}
      description={t("description", { time: formatDateTime(next, locale, timeZone) })}
      actions={action && <RunRetention action={action} />}
    >
      {underWay && <KeepLooking />}
      <DataTable
        caption={t("last")}
        columns={columns}
        rows={runs}
        rowKey={(run) => run.id}
        empty={
          <EmptyState icon={History} title={t("emptyTitle")} className="py-8">
            {t("empty")}
          </EmptyState>
        }
      />
    </Section>
  );
}
