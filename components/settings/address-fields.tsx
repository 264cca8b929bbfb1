import { useTranslations } from "next-intl";
import { ChoiceField } from "@/components/forms/choice-field";
import { Field } from "@/components/forms/field";
import { FormSection } from "@/components/forms/form-section";
import { Input } from "@/components/ui/input";
import type { Choice } from "@/lib/i18n/choices";
import type { OrganizationHandle } from "./organization";

/** Where the organization is. */
export function AddressFields({ form, countries }: { form: OrganizationHandle; countries: Choice[] }) {
  const t = useTranslations("settings.organization");
  return (
    <FormSection title={t("address")}>
      <div className="grid gap-4 sm:grid-cols-6">
        <Field form={form} name="addressLine1" label={t("addressLine1")} optional className="sm:col-span-6">
          {(field) => <Input {...field} autoComplete="off" />}
        </Field>
        <Field form={form} name="addressLine2" label={t("addressLine2")} optional className="sm:col-span-6">
          {(field) => <Input {...field} autoComplete="off" />}
        </Field>
        <Field form={form} name="postalCode" label={t("postalCode")} optional className="sm:col-span-2">
          {(field) => <Input {...field} autoComplete="off" />}
        </Field>
        <Field form={form} name="city" label={t("city")} optional className="sm:col-span-4">
          {(field) => <Input {...field} autoComplete="off" />}
        </Field>
        <Field form={form} name="region" label={t("region")} optional className="sm:col-span-3">
          {(field) => <Input {...field} autoComplete="off" />}
        </Field>
        <ChoiceField
          form={form}
          name="country"
          label={t("country")}
          options={countries}
          className="sm:col-span-3"
        />
      </div>
    </FormSection>
  );
}
