"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { ChoiceField } from "@/components/forms/choice-field";
import { ControlledField, Field } from "@/components/forms/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Combobox } from "@/components/ui/combobox";
import { Input } from "@/components/ui/input";
import type { ClientForm } from "@/lib/clients/schemas";
import { countryChoices, currencyChoices } from "@/lib/i18n/choices";

type TextName = Exclude<keyof ClientForm, "country" | "currency" | "notes">;
type Props<Values extends FieldValues> = { form: ActionForm<Values> };
type TextProps = {
  name: TextName;
  className?: string;
  hint?: string;
  required?: boolean;
  type?: string;
  inputMode?: "numeric" | "tel";
};

/** One text of a client. The name of the field is that of its label. */
export function ClientText<Values extends FieldValues & ClientForm>({
  form,
  name,
  required = false,
  type,
  inputMode,
  ...props
}: Props<Values> & TextProps) {
  const t = useTranslations("clients.form");
  return (
    <Field
      {...props}
      form={form}
      name={name as FieldPath<Values>}
      label={t(name)}
      required={required}
      optional={!required}
    >
      {(field) => <Input {...field} type={type} inputMode={inputMode} autoComplete="off" dir="auto" />}
    </Field>
  );
}

/** Where a client is: street, town and country. */
export function ClientAddress<Values extends FieldValues & ClientForm>({ form }: Props<Values>) {
  const t = useTranslations("clients.form");
  const locale = useLocale();
  const countries = useMemo(
    () => [{ value: "", label: t("noCountry") }, ...countryChoices(locale)],
    [locale, t],
  );
  return (
    <div className="grid grid-cols-6 gap-4">
      <ClientText form={form} name="addressLine1" className="col-span-6" />
      <ClientText form={form} name="addressLine2" className="col-span-6" />
      <ClientText form={form} name="postalCode" className="col-span-3 sm:col-span-2" />
      <ClientText form={form} name="city" className="col-span-3 sm:col-span-4" />
      <ClientText form={form} name="region" className="col-span-6 sm:col-span-3" />
      <ControlledField
        form={form}
        name={"country" as FieldPath<Values>}
        label={t("country")}
        optional
        className="col-span-6 sm:col-span-3"
      >
        {(field, control) => (
          <Combobox
            {...field}
            value={String(control.value ?? "")}
            onValueChange={control.onChange}
            options={countries}
          />
        )}
      </ControlledField>
    </div>
  );
}

/** The currency that a client's invoices start with. */
export function ClientCurrency<Values extends FieldValues & ClientForm>({ form }: Props<Values>) {
  const t = useTranslations("clients.form");
  const locale = useLocale();
  const options = useMemo(() => currencyChoices(locale), [locale]);
  return (
    <ChoiceField form={form} name={"currency" as FieldPath<Values>} label={t("currency")} options={options} />
  );
}
