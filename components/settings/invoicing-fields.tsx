import { useTranslations } from "next-intl";
import { ChoiceField } from "@/components/forms/choice-field";
import { Field } from "@/components/forms/field";
import { FormSection } from "@/components/forms/form-section";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { OrganizationChoices, OrganizationHandle } from "./organization";

/** What new invoices start with. */
export function InvoicingFields({
  form,
  choices,
}: {
  form: OrganizationHandle;
  choices: OrganizationChoices;
}) {
  const t = useTranslations("settings.organization");
  return (
    <FormSection title={t("invoicing")} description={t("invoicingHint")}>
      <div className="grid gap-4 sm:grid-cols-3">
        <ChoiceField form={form} name="currency" label={t("currency")} options={choices.currencies} />
        <Field form={form} name="paymentTermsDays" label={t("paymentTermsDays")} required>
          {(field) => (
            <Input {...field} inputMode="numeric" autoComplete="off" className="text-right tabular-nums" />
          )}
        </Field>
        <ChoiceField form={form} name="timeZone" label={t("timeZone")} options={choices.timeZones} />
        <Field
          form={form}
          name="paymentInstructions"
          label={t("paymentInstructions")}
          hint={t("paymentInstructionsHint")}
          optional
          className="sm:col-span-3"
        >
          {(field) => <Textarea {...field} rows={4} />}
        </Field>
        <Checkbox
          label={t("appliesCredit")}
          hint={t("appliesCreditHint")}
          className="sm:col-span-3"
          {...form.form.register("appliesCredit")}
        />
      </div>
    </FormSection>
  );
}
