"use client";

import { useTranslations } from "next-intl";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { CodeProof, RecoveryProof } from "@/lib/factors/schemas";
import type { Action } from "./types";

type Typed = { method: "code" | "recovery"; code: string };
const schemas = { code: CodeProof, recovery: RecoveryProof };

/** The six digits of an app, or a recovery code. */
export function CodeForm({
  method,
  prove,
  onDone,
}: {
  method: Typed["method"];
  prove: Action;
  onDone: () => void | Promise<void>;
}) {
  const t = useTranslations("factors.prove");
  const form = useActionForm<Typed, unknown>({
    schema: schemas[method],
    action: prove,
    defaultValues: { method, code: "" },
    autoFocus: "code",
    onSuccess: onDone,
  });
  return (
    <ActionForm form={form}>
      <FormMessage form={form} />
      <Field form={form} name="code" label={t(`label.${method}`)} hint={t(`hint.${method}`)} required>
        {(field) =>
          method === "code" ? (
            <Input
              {...field}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={10}
              className="font-mono text-base tracking-widest"
            />
          ) : (
            <Input
              {...field}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              className="font-mono"
            />
          )
        }
      </Field>
      <Button type="submit" variant="primary" size="lg" className="w-full" pending={form.pending}>
        {t("submit")}
      </Button>
    </ActionForm>
  );
}
