"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { RenameFactorInput } from "@/lib/factors/schemas";
import type { Action, Factor } from "./types";

type Props = { factor: Factor; action: Action };

/** The button and the dialog that give a factor another name. */
export function RenameFactor(props: Props) {
  const t = useTranslations("factors.rename");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm" aria-label={t("label", { name: props.factor.name })}>
          {t("action")}
        </Button>
      </DialogTrigger>
      <DialogContent title={t("title")}>
        <RenameForm {...props} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function RenameForm({ factor: { id, name }, action, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("factors.rename");
  const form = useActionForm({
    schema: RenameFactorInput,
    action,
    defaultValues: { id, name },
    autoFocus: "name",
    onSuccess: onDone,
  });
  return (
    <DialogForm form={form} submitLabel={t("submit")}>
      <Field form={form} name="name" label={t("name")} required>
        {(field) => <Input {...field} autoComplete="off" />}
      </Field>
    </DialogForm>
  );
}
