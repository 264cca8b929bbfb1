"use client";

import { useTranslations } from "next-intl";
import type { FieldPath } from "react-hook-form";
import { Field } from "@/components/forms/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { tidyOnBlur } from "./decimal-field";

/** A discount or charge and what it is in: percent, or the invoice's currency. */
export function ValueField({
  form,
  name,
  kindName,
  label,
  currency,
  className,
}: {
  form: ActionForm<InvoiceForm>;
  name: FieldPath<InvoiceForm>;
  kindName: FieldPath<InvoiceForm>;
  label: string;
  currency: string;
  className?: string;
}) {
  const t = useTranslations("invoices.editor");
  const { register, setValue } = form.form;
  return (
    <Field form={form} name={name} label={label} {...(className ? { className } : {})}>
      {(field) => (
        <span className="flex">
          <Input
            {...tidyOnBlur(field, (_, value) => setValue(name, value, { shouldDirty: true }))}
            inputMode="decimal"
            autoComplete="off"
            className="rounded-r-none border-r-0 text-right tabular-nums"
          />
          <span className="w-14 shrink-0">
            <Select
              {...register(kindName)}
              aria-label={t("kindOf", { field: label })}
              className="rounded-l-none pr-5 pl-1.5 text-muted-foreground"
            >
              <option value="percent">%</option>
              <option value="amount">{currency}</option>
            </Select>
          </span>
        </span>
      )}
    </Field>
  );
}
