"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { type ActionForm, useActionForm } from "@/components/forms/use-action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { taxCategories } from "@/lib/core/tax";
import { isExplained } from "@/lib/core/tax-rules";
import { CreateTaxRateInput, type TaxRateForm as Values } from "@/lib/organizations/schemas";
import { newId } from "@/lib/platform/ids";
import type { ActionResult } from "@/lib/web/action";

/** The fields of a new tax rate. A component of its own: it is made when the dialog opens, and its id with it. */
export function TaxRateForm({
  action,
  onDone,
}: {
  action: (input: unknown) => Promise<ActionResult<unknown>>;
  onDone: () => void;
}) {
  const t = useTranslations("settings.taxRates");
  const [id] = useState(newId);
  const form = useActionForm<Values, unknown>({
    schema: CreateTaxRateInput,
    action,
    defaultValues: { id, name: "", category: "S", percent: "", exemptionReason: "", isDefault: false },
    onSuccess: onDone,
    autoFocus: "name",
  });
  const category = useWatch({ control: form.form.control, name: "category" }) ?? "S";
  return (
    <DialogForm form={form} submitLabel={t("add")}>
      <Field form={form} name="name" label={t("name")} hint={t("nameHint")} required>
        {(field) => <Input {...field} autoComplete="off" />}
      </Field>
      <Field form={form} name="category" label={t("category")} required>
        {(field) => (
          <Select {...field}>
            {taxCategories.map((code) => (
              <option key={code} value={code}>
                {t(`categories.${code}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {category === "S" && <Percent form={form} name="percent" label={t("percent")} required />}
      {isExplained(category) && (
        <Field form={form} name="exemptionReason" label={t("reason")} hint={t("reasonHint")} optional>
          {(field) => <Input {...field} autoComplete="off" dir="auto" />}
        </Field>
      )}
      <Checkbox label={t("isDefault")} {...form.form.register("isDefault")} />
      <details className="text-sm">
        <summary className="cursor-pointer rounded-sm font-medium">{t("others")}</summary>
        <div className="mt-3 flex flex-col gap-4">
          <Extra form={form} kind="compound" />
          <Extra form={form} kind="withholding" />
        </div>
      </details>
    </DialogForm>
  );
}

/** A tax beside VAT: name and percentage. */
function Extra({ form, kind }: { form: ActionForm<Values>; kind: "compound" | "withholding" }) {
  const t = useTranslations("settings.taxRates");
  return (
    <fieldset>
      <legend className="font-medium">{t(kind)}</legend>
      <p className="mt-0.5 mb-2 text-xs text-muted-foreground">{t(`${kind}Hint`)}</p>
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] gap-3">
        <Field form={form} name={`${kind}Name`} label={t("extraName")} optional>
          {(field) => <Input {...field} autoComplete="off" />}
        </Field>
        <Percent form={form} name={`${kind}Percent`} label={t("percent")} />
      </div>
    </fieldset>
  );
}

function Percent({
  form,
  name,
  label,
  required = false,
}: {
  form: ActionForm<Values>;
  name: "percent" | "compoundPercent" | "withholdingPercent";
  label: string;
  required?: boolean;
}) {
  return (
    <Field form={form} name={name} label={label} required={required}>
      {(field) => <Input {...field} inputMode="decimal" autoComplete="off" className="tabular-nums" />}
    </Field>
  );
}
