"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useWatch } from "react-hook-form";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { formatNumber, isNumberPattern } from "@/lib/core/numbering";
import { type NumberSeriesForm, NumberSeriesInput } from "@/lib/organizations/schemas";
import type { ActionResult } from "@/lib/web/action";
import type { Series } from "./number-series";

type Props = { series: Series; today: string; action: (input: unknown) => Promise<ActionResult<unknown>> };

/** The button and the dialog that change how a series is numbered. */
export function EditNumberSeries(props: Props) {
  const t = useTranslations("settings.numbers");
  const [open, setOpen] = useState(false);
  const name = t(`codes.${props.series.code}`);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm" aria-label={t("editNamed", { name })}>
          {t("edit")}
        </Button>
      </DialogTrigger>
      <DialogContent title={name} description={t("editText")}>
        <SeriesForm {...props} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function SeriesForm({ series, today, action, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("settings.numbers");
  const defaultValues = useMemo(
    () => ({ code: series.code, pattern: series.pattern, restartsYearly: series.restart === "yearly" }),
    [series],
  );
  const form = useActionForm<NumberSeriesForm, unknown>({
    schema: NumberSeriesInput,
    action,
    defaultValues,
    onSuccess: () => {
      toast.success(t("saved"));
      onDone();
    },
    autoFocus: "pattern",
  });
  const pattern = useWatch({ control: form.form.control, name: "pattern" });
  const sample = isNumberPattern(pattern) ? formatNumber(pattern, series.nextValue, today) : null;
  return (
    <DialogForm form={form} submitLabel={t("save")}>
      <Field form={form} name="pattern" label={t("pattern")} hint={t("patternHint")} required>
        {(field) => <Input {...field} autoComplete="off" spellCheck={false} className="font-mono" />}
      </Field>
      <Checkbox label={t("restart")} hint={t("restartHint")} {...form.form.register("restartsYearly")} />
      <p aria-live="polite" className="min-h-5 text-sm text-muted-foreground tabular-nums">
        {sample && t("looksLike", { number: sample })}
      </p>
    </DialogForm>
  );
}
