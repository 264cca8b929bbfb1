import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { FormField } from "@/components/ui/form-field";
import { LinkTabs } from "@/components/ui/link-tabs";
import { namedPeriod, type Period, periodName, periodNames } from "@/lib/core/period";
import { problemText } from "@/lib/i18n/problem-text";

/**
 * Chooses the period of a report: the usual ones as links, any other by its two days. The address holds the choice.
 * A choice that can't be is shown as typed, with what is wrong with it. `today` is the organization's ISO date.
 */
export function PeriodPicker({
  path,
  period,
  typed,
  problem,
  today,
}: {
  path: string;
  period: Period;
  typed: { from?: string | undefined; to?: string | undefined };
  problem: string | null;
  today: string;
}) {
  const t = useTranslations("reports.period");
  const errors = useTranslations("errors");
  const current = problem ? undefined : periodName(period, today);
  const shown = problem ? { from: typed.from ?? period.from, to: typed.to ?? period.to } : period;
  const error = problem ? problemText(errors, problem) : undefined;
  return (
    <div className="mb-4 flex flex-col gap-3 lg:flex-row lg:items-end lg:justify-between">
      <LinkTabs
        label={t("label")}
        tabs={periodNames.map((name) => ({
          href: `${path}?${new URLSearchParams(namedPeriod(name, today))}`,
          label: t(name),
          current: name === current,
        }))}
      />
      <Form
        action={path}
        key={`${shown.from} ${shown.to}`}
        className="grid grid-cols-2 items-start gap-2 sm:flex sm:[&>div]:w-38"
      >
        <FormField label={t("from")}>
          {(field) => <DateInput {...field} name="from" defaultValue={shown.from} required />}
        </FormField>
        <FormField label={t("to")} error={error}>
          {(field) => <DateInput {...field} name="to" defaultValue={shown.to} required />}
        </FormField>
        <Button type="submit" className="max-sm:col-span-2 sm:mt-6.5">
          {t("apply")}
        </Button>
      </Form>
    </div>
  );
}
