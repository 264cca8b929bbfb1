"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Field } from "@/components/forms/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { ValueField } from "./value-field";
import type { EditorAdjustment, EditorSetting } from "./values";

/** One discount or charge on the whole: what for, how much, and which tax it goes with. */
export function AdjustmentRow({
  form,
  index,
  kind,
  currency,
  setting,
  onRemove,
}: {
  form: ActionForm<InvoiceForm>;
  index: number;
  kind: EditorAdjustment["kind"];
  currency: string;
  setting: EditorSetting;
  onRemove: () => void;
}) {
  const t = useTranslations("invoices.editor");
  const name = `adjustments.${index}` as const;
  const title = t(`adjustment.${kind}`, { number: index + 1 });
  return (
    <li
      aria-label={title}
      className="grid grid-cols-2 gap-2 roomy:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1.05fr)_auto]"
    >
      <Field
        form={form}
        name={`${name}.description`}
        label={t(`adjustmentName.${kind}`)}
        className="col-span-2 roomy:col-span-1"
      >
        {(field) => <Input {...field} autoComplete="off" dir="auto" />}
      </Field>
      <ValueField
        form={form}
        name={`${name}.value`}
        kindName={`${name}.valueKind`}
        label={t("value")}
        currency={currency}
      />
      <Field form={form} name={`${name}.taxRateId`} label={t("tax")}>
        {(field) => (
          <Select {...field}>
            <option value="">{t("asLines")}</option>
            {setting.taxRates.map((rate) => (
              <option key={rate.id} value={rate.id}>
                {rate.label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button
        variant="ghost"
        size="sm"
        aria-label={t("removeNamed", { name: title })}
        onClick={onRemove}
        className="col-span-2 justify-self-end text-muted-foreground roomy:col-span-1 roomy:mt-6"
      >
        <Trash2 aria-hidden />
        <span className="roomy:sr-only">{t("remove")}</span>
      </Button>
    </li>
  );
}
