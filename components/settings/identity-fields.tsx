import { useTranslations } from "next-intl";
import { Field } from "@/components/forms/field";
import { FormSection } from "@/components/forms/form-section";
import { Input } from "@/components/ui/input";
import type { OrganizationHandle } from "./organization";

/** Who the organization is, on its invoices. */
export function IdentityFields({ form }: { form: OrganizationHandle }) {
  const t = useTranslations("settings.organization");
  return (
    <FormSection title={t("identity")} description={t("identityHint")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field form={form} name="name" label={t("name")} required className="sm:col-span-2">
          {(field) => <Input {...field} autoComplete="organization" />}
        </Field>
        <Field form={form} name="email" label={t("email")} hint={t("emailHint")} optional>
          {(field) => <Input {...field} type="email" autoComplete="off" />}
        </Field>
        <Field form={form} name="taxNumber" label={t("taxNumber")} optional>
          {(field) => <Input {...field} autoComplete="off" />}
        </Field>
        <Field form={form} name="accentColor" label={t("accentColor")} hint={t("accentColorHint")} required>
          {(field) => <Input {...field} type="color" className="w-16 cursor-pointer p-1" />}
        </Field>
      </div>
    </FormSection>
  );
}
