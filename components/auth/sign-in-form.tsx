"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { SignInInput } from "@/lib/auth/schemas";
import type { ActionResult } from "@/lib/web/action";
import { PasswordInput } from "./password-input";

/** Email and password. Without default values, so that what a password manager fills in is kept. */
export function SignInForm({ action }: { action: (input: unknown) => Promise<ActionResult<unknown>> }) {
  const t = useTranslations("auth");
  const form = useActionForm({ schema: SignInInput, action, autoFocus: "email" });
  return (
    <ActionForm form={form}>
      <FormMessage form={form} />
      <Field form={form} name="email" label={t("email")} required>
        {(field) => (
          <Input {...field} type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
        )}
      </Field>
      <Field form={form} name="password" label={t("password")} required>
        {(field) => <PasswordInput {...field} autoComplete="current-password" />}
      </Field>
      <Button type="submit" variant="primary" size="lg" className="mt-1 w-full" pending={form.pending}>
        {t("signIn.submit")}
      </Button>
      <Link href="/forgot-password" className="self-center text-sm text-link hover:underline">
        {t("signIn.forgot")}
      </Link>
    </ActionForm>
  );
}
