"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { RequestResetInput } from "@/lib/accounts/schemas";
import type { ActionResult } from "@/lib/web/action";

/** Asks for the address that a link to set another password goes to; then says the same whoever has it. */
export function ForgotForm({ action }: { action: (input: unknown) => Promise<ActionResult<unknown>> }) {
  const t = useTranslations("auth");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useActionForm({
    schema: RequestResetInput,
    action,
    autoFocus: "email",
    onSuccess: (_, { getValues }) => setSentTo(getValues("email").trim()),
  });
  if (sentTo !== null)
    return (
      <div className="flex flex-col gap-4">
        <Alert tone="success" title={t("forgot.sentTitle")}>
          {t("forgot.sent", { email: sentTo })}
        </Alert>
        <Button className="w-full" onClick={() => setSentTo(null)}>
          {t("forgot.again")}
        </Button>
      </div>
    );
  return (
    <ActionForm form={form}>
      <FormMessage form={form} />
      <Field form={form} name="email" label={t("email")} required>
        {(field) => (
          <Input {...field} type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" className="mt-1 w-full" pending={form.pending}>
        {t("forgot.submit")}
      </Button>
    </ActionForm>
  );
}
