"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useAction } from "@/components/forms/use-action";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateInput } from "@/components/ui/date-input";
import { toast } from "@/components/ui/toast";
import { formatDate } from "@/lib/i18n/format";
import { CloseBooksInput } from "@/lib/ledger/schemas";
import type { ActionResult } from "@/lib/web/action";

type Action = (input: unknown) => Promise<ActionResult<{ closedOn: string | null }>>;

/** Sets, moves or removes the closing date. Dates are ISO; `latest` is the last day that can be closed. */
export function CloseForm({
  closedOn,
  suggested,
  latest,
  action,
}: {
  closedOn: string | null;
  suggested: string;
  latest: string;
  action: Action;
}) {
  const t = useTranslations("reports.close");
  const locale = useLocale();
  const form = useActionForm({
    schema: CloseBooksInput.required(),
    action,
    defaultValues: { closedOn: closedOn ?? suggested },
    onSuccess: (saved) => {
      if (saved.closedOn) toast.success(t("saved", { date: formatDate(saved.closedOn, locale) }));
    },
  });
  const { run } = useAction(action, () => toast.success(t("reopened")));
  return (
    <ActionForm form={form}>
      <FormMessage form={form} />
      <Field
        form={form}
        name="closedOn"
        label={t("field")}
        hint={`${t("hint", { date: formatDate(latest, locale) })}${closedOn ? ` ${t("earlier")}` : ""}`}
        required
      >
        {(field) => <DateInput {...field} max={latest} className="max-w-48" />}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={form.pending}>
          {closedOn ? t("move") : t("submit")}
        </Button>
        {closedOn && (
          <ConfirmDialog
            trigger={<Button>{t("reopen")}</Button>}
            title={t("reopenTitle")}
            description={t("reopenText")}
            confirmLabel={t("reopen")}
            onConfirm={() => run({ closedOn: null })}
          />
        )}
      </div>
    </ActionForm>
  );
}
