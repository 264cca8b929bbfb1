import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { listParkedJobs } from "@/lib/admin/jobs";
import type { ActionResult } from "@/lib/web/action";
import { ListSection } from "./list-section";
import { RetryJob } from "./retry-job";

type Job = Awaited<ReturnType<typeof listParkedJobs>>[number];

/** Work that failed every try and waits for somebody to look at it. */
export function ParkedJobs({
  jobs,
  retry,
}: {
  jobs: readonly Job[];
  retry: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("settings.work.jobs");
  const columns: Column<Job>[] = [
    {
      key: "task",
      header: t("task"),
      cell: (job) => (
        <>
          <span className="font-medium">
            {t.has(`tasks.${job.task}`) ? t(`tasks.${job.task}`) : job.task}
          </span>
          <span className="block text-xs [overflow-wrap:anywhere] text-muted-foreground">{job.problem}</span>
        </>
      ),
    },
    { key: "attempts", header: t("attempts"), align: "end", showFrom: "sm", cell: (job) => job.attempts },
    {
      key: "when",
      header: t("when"),
      align: "end",
      cell: (job) => <RelativeTime date={job.updated_at} />,
    },
    {
      key: "actions",
      header: t("actions"),
      hideHeader: true,
      align: "end",
      className: "max-sm:order-3 max-sm:pt-2",
      cell: (job) => <RetryJob id={job.id} action={retry} />,
    },
  ];
  return (
    <ListSection title={t("title")} description={t("description")}>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={jobs}
        rowKey={(job) => job.id}
        empty={
          <EmptyState icon={CircleCheck} title={t("emptyTitle")} className="py-10">
            {t("empty")}
          </EmptyState>
        }
      />
    </ListSection>
  );
}
