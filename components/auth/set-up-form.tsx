"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { ChoiceField } from "@/components/forms/choice-field";
import { Field } from "@/components/forms/field";
import { FormSection } from "@/components/forms/form-section";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { Choice } from "@/lib/i18n/choices";
import { SetUpInput } from "@/lib/organizations/schemas";
import type { ActionResult } from "@/lib/web/action";
import { PasswordInput } from "./password-input";

type Choices = { countries: Choice[]; currencies: Choice[]; timeZones: Choice[] };

/** The first page of a new installation: organization, usual tax, first admin. */
export function SetUpForm({
  action,
  choices,
}: {
  action: (input: unknown) => Promise<ActionResult<unknown>>;
  choices: Choices;
}) {
  const t = useTranslations("auth");
  const form = useActionForm({
    schema: SetUpInput,
    action,
    autoFocus: "organizationName",
    defaultValues: { organizationName: "", country: "", currency: "", timeZone: "UTC" },
  });
  const { setValue } = form.form;
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (choices.timeZones.some((choice) => choice.value === zone)) setValue("timeZone", zone);
  }, [choices, setValue]);

  return (
    <ActionForm form={form} className="gap-6">
      <FormMessage form={form} />
      <FormSection title={t("setUp.organization")}>
        <Field form={form} name="organizationName" label={t("setUp.organizationName")} required>
          {(field) => <Input {...field} autoComplete="organization" />}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <ChoiceField form={form} name="country" label={t("setUp.country")} options={choices.countries} />
          <ChoiceField
            form={form}
            name="currency"
            label={t("setUp.currency")}
            hint={t("setUp.currencyHint")}
            options={choices.currencies}
          />
        </div>
        <ChoiceField form={form} name="timeZone" label={t("setUp.timeZone")} options={choices.timeZones} />
      </FormSection>
      <FormSection title={t("setUp.tax")} description={t("setUp.taxHint")}>
        <Field
          form={form}
          name="taxNumber"
          label={t("setUp.taxNumber")}
          hint={t("setUp.taxNumberHint")}
          optional
        >
          {(field) => <Input {...field} autoComplete="off" />}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field form={form} name="taxName" label={t("setUp.taxName")} optional>
            {(field) => <Input {...field} placeholder={t("setUp.taxNamePlaceholder")} autoComplete="off" />}
          </Field>
          <Field form={form} name="taxPercent" label={t("setUp.taxPercent")} optional>
            {(field) => (
              <Input
                {...field}
                inputMode="decimal"
                placeholder="20"
                autoComplete="off"
                className="tabular-nums"
              />
            )}
          </Field>
        </div>
      </FormSection>
      <FormSection title={t("setUp.admin")} description={t("setUp.adminHint")}>
        <Field form={form} name="name" label={t("name")} required>
          {(field) => <Input {...field} autoComplete="name" />}
        </Field>
        <Field form={form} name="email" label={t("email")} required>
          {(field) => <Input {...field} type="email" autoComplete="username" />}
        </Field>
        <Field form={form} name="password" label={t("password")} hint={t("passwordHint")} required>
          {(field) => <PasswordInput {...field} autoComplete="new-password" />}
        </Field>
      </FormSection>
      <Button type="submit" variant="primary" size="lg" className="w-full" pending={form.pending}>
        {t("setUp.submit")}
      </Button>
    </ActionForm>
  );
}
