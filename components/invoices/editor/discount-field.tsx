"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/forms/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { tidyOnBlur } from "./decimal-field";

/** A discount and what it is in: percent, or the invoice's currency. */
export function DiscountField({
  form,
  index,
  currency,
  tidy,
  className,
}: {
  form: ActionForm<InvoiceForm>;
  index: number;
  currency: string;
  tidy: (name: string, value: string) => void;
  className: string;
}) {
  const t = useTranslations("invoices.editor");
  return (
    <Field form={form} name={`lines.${index}.discount`} label={t("discount")} className={className}>
      {(field) => (
        <span className="flex">
          <Input
            {...tidyOnBlur(field, tidy)}
            inputMode="decimal"
            autoComplete="off"
            className="rounded-r-none border-r-0 text-right tabular-nums"
          />
          <span className="w-14 shrink-0">
            <Select
              {...form.form.register(`lines.${index}.discountKind`)}
              aria-label={t("discountKind")}
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
