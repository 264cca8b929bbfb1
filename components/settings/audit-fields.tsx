import { useTranslations } from "next-intl";
import { changedFields, type FieldRecord } from "./changed-fields";

/** Every changed field on a line of its own: what it was, and what it is. */
export function AuditFields({ before, after }: { before: FieldRecord; after: FieldRecord }) {
  const t = useTranslations("settings.audit");
  const fields = changedFields(before, after);
  if (fields.length === 0) return <p className="text-sm text-muted-foreground">{t("noChanges")}</p>;
  return (
    <dl className="flex flex-col divide-y divide-border text-sm">
      {fields.map((field) => (
        <div key={field.name} className="py-2 first:pt-0 last:pb-0">
          <dt className="text-xs text-muted-foreground">
            {t.has(`fields.${field.name}`) ? t(`fields.${field.name}`) : field.name}
          </dt>
          {field.before !== undefined && (
            <dd className="flex gap-2 [overflow-wrap:anywhere]">
              <span aria-hidden className="text-muted-foreground select-none">
                −
              </span>
              {field.before ? (
                <del className="min-w-0 text-muted-foreground">{field.before}</del>
              ) : (
                <span className="text-muted-foreground">{t("nothing")}</span>
              )}
            </dd>
          )}
          {field.after !== undefined && (
            <dd className="flex gap-2 [overflow-wrap:anywhere]">
              <span aria-hidden className="text-muted-foreground select-none">
                +
              </span>
              {field.after ? (
                <ins className="min-w-0 font-medium no-underline">{field.after}</ins>
              ) : (
                <span className="text-muted-foreground">{t("nothing")}</span>
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
