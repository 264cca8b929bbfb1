import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { Progress } from "@/components/ui/progress";
import type { ExportRow } from "@/lib/privacy/export-queries";

const TONES = {
  queued: "neutral",
  running: "info",
  ready: "success",
  failed: "danger",
  expired: "neutral",
} satisfies Record<ExportRow["state"], Tone>;

/** How far an archive has come: while it is made, as a count of what is done. */
export function ExportState({ row }: { row: Pick<ExportRow, "state" | "done" | "total"> }) {
  const t = useTranslations("privacy.export");
  if (row.state !== "running") return <Badge tone={TONES[row.state]}>{t(`states.${row.state}`)}</Badge>;
  return (
    <span className="flex min-w-32 flex-col gap-1">
      <span className="flex items-baseline justify-between gap-2 text-xs tabular-nums">
        <span>{t("states.running")}</span>
        {row.total > 0 && <span>{t("progress", { done: row.done, total: row.total })}</span>}
      </span>
      <Progress value={row.total > 0 ? (row.done / row.total) * 100 : null} label={t("progressLabel")} />
    </span>
  );
}
