import Form from "next/form";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { DateInput } from "@/components/ui/date-input";
import { FormField } from "@/components/ui/form-field";
import { ParamSelect } from "@/components/ui/param-select";
import { SearchField } from "@/components/ui/search-field";
import { otherActors } from "@/lib/audit/schemas";
import { problemText } from "@/lib/i18n/problem-text";
import { actionNames, useAuditWords } from "./audit-words";

const KEYS = ["before", "after"];
const FILTERS = ["who", "action", "subject", "search", "from", "to"];

/** Who, what, about what and when, all held by the address. Days that can't be are shown as typed, with what is wrong with them. */
export function AuditFilters({
  path,
  members,
  typed,
  problem,
  actions,
}: {
  path: string;
  members: readonly { userId: string; name: string }[];
  typed: Record<string, string | undefined>;
  problem: string | null;
  /** Stands at the end of the row. */
  actions: ReactNode;
}) {
  const t = useTranslations("settings.audit");
  const errors = useTranslations("errors");
  const words = useAuditWords();
  const names = actionNames(t.raw("actions") as Record<string, Record<string, string>>);
  const kept = FILTERS.filter((name) => name !== "from" && name !== "to" && typed[name]);
  return (
    <div className="mb-4 flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label={t("search")} clearLabel={t("clear")} reset={[...KEYS, "subject"]} />
        <ParamSelect
          name="who"
          label={t("who")}
          anyLabel={t("anyone")}
          options={[
            ...members.map(({ userId, name }) => ({ value: userId, label: name })),
            ...otherActors.map((kind) => ({ value: kind, label: t(`actors.${kind}`) })),
          ]}
          reset={KEYS}
        />
        <ParamSelect
          name="action"
          label={t("what")}
          anyLabel={t("anything")}
          options={names
            .map((name) => ({ value: name, label: words.action(name) }))
            .sort((a, b) => a.label.localeCompare(b.label))}
          reset={KEYS}
        />
      </div>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <Form
          action={path}
          key={`${typed.from} ${typed.to}`}
          className="grid grid-cols-2 items-start gap-2 max-sm:w-full sm:flex sm:[&>div]:w-38"
        >
          {kept.map((name) => (
            <input key={name} type="hidden" name={name} value={typed[name]} />
          ))}
          <FormField label={t("from")}>
            {(field) => <DateInput {...field} name="from" defaultValue={typed.from} />}
          </FormField>
          <FormField label={t("to")} error={problem ? problemText(errors, problem) : undefined}>
            {(field) => <DateInput {...field} name="to" defaultValue={typed.to} />}
          </FormField>
          <Button type="submit" className="max-sm:col-span-2 sm:mt-6.5">
            {t("show")}
          </Button>
        </Form>
        <div className="flex gap-2 sm:mt-6.5">
          {FILTERS.some((name) => typed[name]) && (
            <ButtonLink href={path} variant="ghost">
              {t("all")}
            </ButtonLink>
          )}
          {actions}
        </div>
      </div>
    </div>
  );
}
