"use client";

import { useTranslations } from "next-intl";
import { PasswordInput } from "@/components/auth/password-input";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { PasswordProof } from "@/lib/factors/schemas";
import type { Action } from "./types";

/** The password, of people who have nothing else to prove themselves with. */
export function PasswordForm({ prove, onDone }: { prove: Action; onDone: () => void | Promise<void> }) {
  const t = useTranslations("factors.prove");
  const form = useActionForm({
    schema: PasswordProof,
    action: prove,
    defaultValues: { method: "password" },
    autoFocus: "password",
    onSuccess: onDone,
  });
  return (
    <ActionForm form={form}>
      <FormMessage form={form} />
      <Field form={form} name="password" label={t("label.password")} required>
        {(field) => <PasswordInput {...field} autoComplete="current-password" />}
      </Field>
      <Button type="submit" variant="primary" size="lg" className="w-full" pending={form.pending}>
        {t("submit")}
      </Button>
    </ActionForm>
  );
}
