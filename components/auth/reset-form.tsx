"use client";

import { useTranslations } from "next-intl";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ResetPasswordInput } from "@/lib/accounts/schemas";
import type { ActionResult } from "@/lib/web/action";
import { PasswordInput } from "./password-input";

/** Another password for whoever holds the link. */
export function ResetForm({
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
    schema: ResetPasswordInput,
    action,
    autoFocus: "password",
    defaultValues: { token },
  });
  return (
    <ActionForm form={form}>
      <FormMessage form={form} />
      {/* Tells password managers whose password it is. */}
      <input type="email" value={email} readOnly autoComplete="username" hidden />
      <Field form={form} name="password" label={t("reset.newPassword")} hint={t("passwordHint")} required>
        {(field) => <PasswordInput {...field} autoComplete="new-password" />}
      </Field>
      <Button type="submit" variant="primary" size="lg" className="mt-1 w-full" pending={form.pending}>
        {t("reset.submit")}
      </Button>
    </ActionForm>
  );
}
