import { ScrollText } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import type { listAudit } from "@/lib/admin/queries";
import { formatDateTime } from "@/lib/i18n/format";
import { AuditChanges } from "./audit-changes";
import { auditSubjectHref } from "./audit-subject";

type Row = Awaited<ReturnType<typeof listAudit>>["rows"][number];

/** Who did what, when, from where, and what changed. Newest first. */
export function AuditTable({
  rows,
  locale,
  timeZone,
  newestHref,
  olderHref,
}: {
  rows: readonly Row[];
  locale: string;
  timeZone: string;
  newestHref: string | undefined;
  olderHref: string | undefined;
}) {
  const t = useTranslations("settings.audit");
  const who = ({ entry, actorName }: Row) => actorName ?? t(`actors.${entry.actorKind}`);
  const when = ({ entry }: Row) => formatDateTime(entry.createdAt, locale, timeZone);
  const columns: Column<Row>[] = [
    {
      key: "what",
      header: t("what"),
      className: "sm:[&:is(td)]:align-top sm:w-56",
      cell: ({ entry, subject }) => {
        const href = auditSubjectHref(entry.subjectType, entry.subjectId);
        const action = t.has(`actions.${entry.action}`) ? t(`actions.${entry.action}`) : entry.action;
        return (
          <>
            <span className="font-medium">{action}</span>
            {subject && (
              <span className="block text-xs [overflow-wrap:anywhere] text-muted-foreground">
                {href ? (
                  <Link href={href} className="rounded-sm hover:text-foreground hover:underline">
                    {subject}
                  </Link>
                ) : (
                  subject
                )}
              </span>
            )}
          </>
        );
      },
    },
    {
      key: "changes",
      header: t("changes"),
      className:
        "sm:[&:is(td)]:align-top max-sm:col-span-2 max-sm:col-start-1 max-sm:text-left max-sm:order-3",
      cell: ({ entry }) => <AuditChanges before={entry.before} after={entry.after} />,
    },
    {
      key: "who",
      header: t("who"),
      showFrom: "sm",
      className: "sm:[&:is(td)]:align-top sm:w-44",
      cell: (row) => (
        <>
          <span className="[overflow-wrap:anywhere]">{who(row)}</span>
          {row.entry.ip && <span className="block text-xs text-muted-foreground">{row.entry.ip}</span>}
        </>
      ),
    },
    {
      key: "when",
      header: t("when"),
      align: "end",
      showFrom: "sm",
      className: "sm:[&:is(td)]:align-top",
      cell: when,
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.entry.id}
      rowSummary={(row) => `${who(row)} · ${when(row)}`}
      empty={<EmptyState icon={ScrollText} title={t("empty")} />}
      footer={
        (newestHref || olderHref) && (
          <Pagination nextHref={olderHref}>
            {newestHref && (
              <Link href={newestHref} className="rounded-sm hover:text-foreground hover:underline">
                {t("newest")}
              </Link>
            )}
          </Pagination>
        )
      }
    />
  );
}
