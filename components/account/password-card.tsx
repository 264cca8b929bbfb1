"use client";

import { useTranslations } from "next-intl";
import { PasswordInput } from "@/components/auth/password-input";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardFooter, CardHeader } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { ChangePasswordInput } from "@/lib/accounts/schemas";
import type { Action } from "./types";

/** Another password, for whoever knows the present one. */
export function PasswordCard({ email, action }: { email: string; action: Action<{ ended: number }> }) {
  const t = useTranslations("account.password");
  const hint = useTranslations("auth")("passwordHint");
  const form = useActionForm({
    schema: ChangePasswordInput,
    action,
    defaultValues: { current: "", password: "" },
    onSuccess: ({ ended }, { reset }) => {
      reset();
      toast.success(t("done", { count: ended }));
    },
  });
  return (
    <ActionForm form={form}>
      <Card>
        <CardHeader title={t("title")} description={t("description")} />
        <CardContent className="flex flex-col gap-4">
          <FormMessage form={form} />
          {/* Tells password managers whose password it is. */}
          <input type="email" value={email} readOnly autoComplete="username" hidden />
          <Field form={form} name="current" label={t("current")} required>
            {(field) => <PasswordInput {...field} autoComplete="current-password" />}
          </Field>
          <Field form={form} name="password" label={t("new")} hint={hint} required>
            {(field) => <PasswordInput {...field} autoComplete="new-password" />}
          </Field>
        </CardContent>
        <CardFooter>
          <Button type="submit" pending={form.pending}>
            {t("submit")}
          </Button>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
