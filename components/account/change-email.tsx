"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasswordInput } from "@/components/auth/password-input";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { ChangeEmailInput } from "@/lib/accounts/schemas";
import type { Action } from "./types";

/** The button and the dialog that ask for another address. */
export function ChangeEmail({ action }: { action: Action }) {
  const t = useTranslations("account.email");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm">{t("change")}</Button>
      </DialogTrigger>
      <DialogContent title={t("change")} description={t("dialogDescription")}>
        <EmailForm action={action} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function EmailForm({ action, onDone }: { action: Action; onDone: () => void }) {
  const t = useTranslations("account");
  const form = useActionForm({
    schema: ChangeEmailInput,
    action,
    defaultValues: { email: "", current: "" },
    autoFocus: "email",
    onSuccess: () => {
      toast.success(t("email.sent"));
      onDone();
    },
  });
  return (
    <DialogForm form={form} submitLabel={t("email.submit")}>
      <Field form={form} name="email" label={t("email.newEmail")} required>
        {(field) => (
          <Input {...field} type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} />
        )}
      </Field>
      <Field form={form} name="current" label={t("password.current")} required>
        {(field) => <PasswordInput {...field} autoComplete="current-password" />}
      </Field>
    </DialogForm>
  );
}
