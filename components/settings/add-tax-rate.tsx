"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { CreateTaxRateInput } from "@/lib/organizations/schemas";
import { newId } from "@/lib/platform/ids";
import type { ActionResult } from "@/lib/web/action";

type Action = (input: unknown) => Promise<ActionResult<unknown>>;

/** The button and the dialog that add a tax rate. */
export function AddTaxRate({ action }: { action: Action }) {
  const t = useTranslations("settings.taxRates");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm">
          <Plus aria-hidden />
          {t("add")}
        </Button>
      </DialogTrigger>
      <DialogContent title={t("addTitle")} description={t("addDescription")}>
        <TaxRateForm action={action} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

// A component of its own: it is made when the dialog opens, and its id with it.
function TaxRateForm({ action, onDone }: { action: Action; onDone: () => void }) {
  const t = useTranslations("settings.taxRates");
  const [id] = useState(newId);
  const form = useActionForm({
    schema: CreateTaxRateInput,
    action,
    defaultValues: { id, name: "", percent: "" },
    onSuccess: onDone,
    autoFocus: "name",
  });
  return (
    <DialogForm form={form} submitLabel={t("add")}>
      <Field form={form} name="name" label={t("name")} hint={t("nameHint")} required>
        {(field) => <Input {...field} autoComplete="off" />}
      </Field>
      <Field form={form} name="percent" label={t("percent")} required>
        {(field) => <Input {...field} inputMode="decimal" autoComplete="off" className="tabular-nums" />}
      </Field>
    </DialogForm>
  );
}
