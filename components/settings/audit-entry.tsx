import Link from "next/link";
import { useTranslations } from "next-intl";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { AuditRow } from "@/lib/audit/find";
import { formatDateTime } from "@/lib/i18n/format";
import { AuditFields } from "./audit-fields";
import { auditSubjectHref } from "./audit-subject";
import { useAuditWords } from "./audit-words";

const PATH = "/settings/audit";

/** One entry of the audit log, whole: who, what, when, from where, and every changed field. */
export function AuditEntry({ row, locale, timeZone }: { row: AuditRow; locale: string; timeZone: string }) {
  const t = useTranslations("settings.audit");
  const words = useAuditWords();
  const { entry, subject, seq } = row;
  const href = auditSubjectHref(entry.subjectType, entry.subjectId);
  const about = subject ?? entry.subjectId;
  return (
    <>
      <Breadcrumbs items={[{ href: PATH, label: t("title") }]} />
      <div className="mt-1 mb-4 flex flex-wrap items-end justify-between gap-3">
        <h2 className="text-lg font-semibold tracking-tight">{words.action(entry.action)}</h2>
        <ButtonLink href={`${PATH}?subject=${entry.subjectId}`} size="sm">
          {t("sameSubject")}
        </ButtonLink>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_3fr]">
        <Card>
          <CardHeader title={t("facts")} />
          <CardContent>
            <DescriptionList
              items={[
                { label: t("who"), value: words.who(row) },
                { label: t("when"), value: formatDateTime(entry.createdAt, locale, timeZone) },
                {
                  label: t("about"),
                  value: href ? (
                    <Link href={href} className="rounded-sm underline-offset-2 hover:underline">
                      {about}
                    </Link>
                  ) : (
                    about
                  ),
                },
                { label: t("ip"), value: entry.ip ?? "—" },
                { label: t("request"), value: entry.requestId ?? "—" },
                { label: t("seal"), value: seq === null ? t("unsealed") : t("sealed", { seq }) },
              ]}
            />
          </CardContent>
        </Card>
        <Card>
          <CardHeader title={t("changes")} />
          <CardContent>
            <AuditFields before={entry.before} after={entry.after} />
          </CardContent>
        </Card>
      </div>
    </>
  );
}
