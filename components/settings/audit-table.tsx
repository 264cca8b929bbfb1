import { ScrollText } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { AuditRow } from "@/lib/audit/find";
import { formatDateTime } from "@/lib/i18n/format";
import { AuditChanges } from "./audit-changes";
import { useAuditWords } from "./audit-words";

/** Who did what, when, from where, and what changed. Newest first. */
export function AuditTable({
  rows,
  locale,
  timeZone,
  filtered,
  footer,
}: {
  rows: readonly AuditRow[];
  locale: string;
  timeZone: string;
  /** Whether something is looked for, which then is not there. */
  filtered: boolean;
  footer: ReactNode;
}) {
  const t = useTranslations("settings.audit");
  const { who, action } = useAuditWords();
  const when = ({ entry }: AuditRow) => formatDateTime(entry.createdAt, locale, timeZone);
  const columns: Column<AuditRow>[] = [
    {
      key: "what",
      header: t("what"),
      className: "sm:[&:is(td)]:align-top sm:w-56",
      cell: ({ entry, subject }) => {
        return (
          <>
            <Link
              href={`/settings/audit/${entry.id}`}
              className="rounded-sm font-medium underline-offset-2 hover:underline"
            >
              {action(entry.action)}
            </Link>
            {subject && (
              <span className="block text-xs [overflow-wrap:anywhere] text-muted-foreground">{subject}</span>
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
      empty={<EmptyState icon={ScrollText} title={t(filtered ? "noneFits" : "empty")} />}
      footer={footer}
    />
  );
}
