import { useTranslations } from "next-intl";
import { changedFields, type FieldRecord } from "./changed-fields";

/** The changed fields, each as before → after. Made and deleted things have one side only. */
export function AuditChanges({ before, after }: { before: FieldRecord; after: FieldRecord }) {
  const t = useTranslations("settings.audit");
  const fields = changedFields(before, after);
  if (fields.length === 0) return <span className="text-muted-foreground max-sm:hidden">—</span>;
  return (
    <ul className="flex flex-col gap-0.5 pt-px text-xs">
      {fields.map((field) => (
        <li key={field.name} className="[overflow-wrap:anywhere]">
          <span className="text-muted-foreground">
            {t.has(`fields.${field.name}`) ? t(`fields.${field.name}`) : field.name}
          </span>{" "}
          {field.before !== undefined && (
            <>
              {field.before ? (
                <del className="text-muted-foreground">{field.before}</del>
              ) : (
                <span className="text-muted-foreground">{t("nothing")}</span>
              )}
              {field.after !== undefined && <span aria-hidden> → </span>}
            </>
          )}
          {field.after !== undefined && (
            <ins className="font-medium no-underline">{field.after || t("nothing")}</ins>
          )}
        </li>
      ))}
    </ul>
  );
}
