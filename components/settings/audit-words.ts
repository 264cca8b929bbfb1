import { useTranslations } from "next-intl";
import type { AuditRow } from "@/lib/audit/find";

/** Who and what of an audit entry in words. */
export function useAuditWords() {
  const t = useTranslations("settings.audit");
  return {
    who: ({ entry, actorName }: AuditRow): string => actorName ?? t(`actors.${entry.actorKind}`),
    action: (name: string): string => (t.has(`actions.${name}`) ? t(`actions.${name}`) : name),
  };
}

/** The names of all actions that have words, from the catalog's folders: "invoice.send". */
export function actionNames(catalog: Record<string, Record<string, string>>): string[] {
  return Object.entries(catalog).flatMap(([subject, verbs]) =>
    Object.keys(verbs).map((verb) => `${subject}.${verb}`),
  );
}
