"use client";

import { useTranslations } from "next-intl";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { AcceptInvitationInput } from "@/lib/users/schemas";
import type { ActionResult } from "@/lib/web/action";
import { PasswordInput } from "./password-input";

/** Name and password of somebody who was invited; the address is the invitation's. */
export function AcceptInvitationForm({
  action,
  token,
  email,
}: {
  action: (input: unknown) => Promise<ActionResult<unknown>>;
  token: string;
  email: string;
}) {
  const t = useTranslations("auth");
  const form = useActionForm({
    schema: AcceptInvitationInput,
    action,
    autoFocus: "name",
    defaultValues: { token },
  });
  return (
    <ActionForm form={form}>
      <FormMessage form={form} />
      <FormField label={t("email")}>
        {(field) => (
          <Input
            {...field}
            type="email"
            value={email}
            readOnly
            autoComplete="username"
            className="bg-muted"
          />
        )}
      </FormField>
      <Field form={form} name="name" label={t("name")} required>
        {(field) => <Input {...field} autoComplete="name" />}
      </Field>
      <Field form={form} name="password" label={t("password")} hint={t("invitation.passwordHint")} required>
        {(field) => <PasswordInput {...field} autoComplete="new-password" />}
      </Field>
      <Button type="submit" variant="primary" size="lg" className="mt-1 w-full" pending={form.pending}>
        {t("invitation.submit")}
      </Button>
    </ActionForm>
  );
}
