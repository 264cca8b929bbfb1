"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { type SetRetentionForm, SetRetentionInput } from "@/lib/privacy/schemas";
import type { Retention } from "./retention";
import type { Action } from "./types";

/** The button and the dialog that choose other years than the law's. */
export function ChangeRetention({ retention, action }: { retention: Retention; action: Action }) {
  const t = useTranslations("privacy.retention");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm">{t("change")}</Button>
      </DialogTrigger>
      <DialogContent title={t("changeTitle")} description={t("changeText")}>
        <Years retention={retention} action={action} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function Years({
  retention: { organization, lawYears, chosen },
  action,
  onDone,
}: {
  retention: Retention;
  action: Action;
  onDone: () => void;
}) {
  const t = useTranslations("privacy.retention");
  const form = useActionForm<SetRetentionForm, unknown>({
    schema: SetRetentionInput,
    action,
    defaultValues: { years: chosen === null ? "" : String(chosen), acknowledgement: "" },
    autoFocus: "years",
    onSuccess: () => {
      toast.success(t("saved"));
      onDone();
    },
  });
  const years = useWatch({ control: form.form.control, name: "years" });
  const shorter = Boolean(years) && Number(years) < lawYears;
  return (
    <DialogForm form={form} submitLabel={t("save")}>
      <Field form={form} name="years" label={t("years")} hint={t("yearsHint", { years: lawYears })}>
        {(field) => <Input {...field} inputMode="numeric" autoComplete="off" />}
      </Field>
      {shorter && (
        <>
          <Alert tone="warning" title={t("shorterTitle")}>
            {t("shorter", { years: lawYears })}
          </Alert>
          <Field form={form} name="acknowledgement" label={t("acknowledge", { name: organization })} required>
            {(field) => <Input {...field} autoComplete="off" spellCheck={false} />}
          </Field>
        </>
      )}
    </DialogForm>
  );
}
