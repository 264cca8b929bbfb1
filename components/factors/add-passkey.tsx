"use client";

import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from "@simplewebauthn/browser";
import { Fingerprint } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { useProven } from "@/components/forms/use-proven";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { RenameFactorInput } from "@/lib/factors/schemas";
import { newId } from "@/lib/platform/ids";
import type { Action, Added } from "./types";

/** Has the device make a passkey and adds it. */
export function AddPasskey({
  question,
  add,
  onAdded,
}: {
  question: Action<PublicKeyCredentialCreationOptionsJSON>;
  add: Action<Added>;
  onAdded: (codes: string[]) => void;
}) {
  const t = useTranslations("factors.passkey");
  const proven = useProven();
  const [id] = useState(newId);
  const form = useActionForm<{ id: string; name: string }, Added>({
    schema: RenameFactorInput,
    action: async (values) => {
      const asked = await proven(() => question({ purpose: "add" }));
      if (!asked.ok) return asked;
      const answer = await startRegistration({ optionsJSON: asked.data }).catch(() => null);
      if (answer) return add({ ...values, answer });
      return {
        ok: false,
        error: { code: "invalid", key: "passkeyRefused", message: t("cancelled"), fields: {} },
      };
    },
    defaultValues: { id, name: t("defaultName") },
    autoFocus: "name",
    onSuccess: ({ codes }) => onAdded(codes),
  });
  return (
    <ActionForm form={form}>
      <FormMessage form={form} />
      <p className="text-sm text-pretty text-muted-foreground">{t("hint")}</p>
      <Field form={form} name="name" label={t("name")} hint={t("nameHint")} required>
        {(field) => <Input {...field} autoComplete="off" />}
      </Field>
      <Button type="submit" variant="primary" size="lg" className="w-full" pending={form.pending}>
        <Fingerprint aria-hidden />
        {t("submit")}
      </Button>
    </ActionForm>
  );
}
