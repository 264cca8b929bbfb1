"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { Field } from "@/components/forms/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { tidyOnBlur } from "./decimal-field";
import { LineAmount } from "./line-amount";
import { LineMenu, type LineMoves } from "./line-menu";
import { ValueField } from "./value-field";
import type { EditorSetting } from "./values";

type Props = LineMoves & {
  form: ActionForm<InvoiceForm>;
  index: number;
  count: number;
  currency: string;
  setting: EditorSetting;
};

/** One line of the invoice. Its labels show once, above the first, where there is room for a row. */
export const LineRow = memo(function LineRow({ form, index, count, currency, setting, ...moves }: Props) {
  const t = useTranslations("invoices.editor");
  const name = `lines.${index}` as const;
  const label = index > 0 ? "roomy:[&>div:first-child]:sr-only" : "";
  const tidy = (path: string, value: string) =>
    form.form.setValue(path as `${typeof name}.quantity`, value, { shouldDirty: true });
  return (
    <li
      data-line={index}
      aria-label={t("line", { number: index + 1 })}
      className="group/line grid grid-cols-6 gap-x-2 gap-y-2 border-t border-border py-3 first:border-t-0 first:pt-0 roomy:grid-cols-[4rem_3.25rem_minmax(0,1.3fr)_minmax(0,1fr)_minmax(0,1.05fr)]"
    >
      <div className="col-span-6 flex items-start gap-2 roomy:col-span-5">
        <Field form={form} name={`${name}.description`} label={t("description")} hideLabel className="flex-1">
          {(field) => (
            <Textarea
              {...field}
              rows={1}
              dir="auto"
              placeholder={t("description")}
              className="min-h-8 resize-none touch:min-h-10"
            />
          )}
        </Field>
        <LineAmount control={form.form.control} index={index} currency={currency} setting={setting} />
        <LineMenu index={index} count={count} {...moves} />
      </div>
      <Field
        form={form}
        name={`${name}.quantity`}
        label={t("quantity")}
        className={`col-span-2 roomy:col-span-1 ${label}`}
      >
        {(field) => (
          <Input
            {...tidyOnBlur(field, tidy)}
            inputMode="decimal"
            autoComplete="off"
            className="text-right tabular-nums"
          />
        )}
      </Field>
      <Field
        form={form}
        name={`${name}.unit`}
        label={t("unit")}
        className={`col-span-1 roomy:col-span-1 ${label}`}
      >
        {(field) => <Input {...field} autoComplete="off" placeholder={t("unitPlaceholder")} />}
      </Field>
      <Field
        form={form}
        name={`${name}.unitPrice`}
        label={t("unitPrice")}
        className={`col-span-3 roomy:col-span-1 ${label}`}
      >
        {(field) => <MoneyInput {...tidyOnBlur(field, tidy)} currency={currency} />}
      </Field>
      <ValueField
        form={form}
        name={`${name}.discount`}
        kindName={`${name}.discountKind`}
        label={t("discount")}
        currency={currency}
        className={`col-span-3 roomy:col-span-1 ${label}`}
      />
      <Field
        form={form}
        name={`${name}.taxRateId`}
        label={t("tax")}
        className={`col-span-3 roomy:col-span-1 ${label}`}
      >
        {(field) => (
          <Select {...field}>
            {setting.taxRates.map((rate) => (
              <option key={rate.id} value={rate.id}>
                {rate.label}
              </option>
            ))}
            <option value="">{t("noTax")}</option>
          </Select>
        )}
      </Field>
    </li>
  );
});
