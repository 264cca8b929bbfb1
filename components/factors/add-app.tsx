"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { useProven } from "@/components/forms/use-proven";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { ConfirmTotpInput } from "@/lib/factors/schemas";
import { QrCode } from "./qr-code";
import type { Action, Added, Begun } from "./types";

type Props = { confirm: Action<Added>; onAdded: (codes: string[]) => void };

/** Adds an authenticator app: its secret as a QR code and as text, and the first code that it shows. */
export function AddApp({ start, ...props }: Props & { start: Action<Begun> }) {
  const [begun, setBegun] = useState<Begun>();
  const [problem, setProblem] = useState<string>();
  const proven = useProven();
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once, when it is opened
  useEffect(() => {
    let gone = false;
    void proven(() => start({ kind: "totp" })).then((result) => {
      if (gone) return;
      if (result.ok) setBegun(result.data);
      else setProblem(result.error.message);
    });
    return () => {
      gone = true;
    };
  }, []);
  if (problem) return <Alert tone="danger">{problem}</Alert>;
  if (!begun) return <Skeleton className="h-80 w-full" />;
  return <AppForm begun={begun} {...props} />;
}

function AppForm({ begun, confirm, onAdded }: Props & { begun: Begun }) {
  const t = useTranslations("factors.app");
  const form = useActionForm({
    schema: ConfirmTotpInput,
    action: confirm,
    defaultValues: { id: begun.id, name: t("defaultName"), code: "" },
    autoFocus: "code",
    onSuccess: ({ codes }) => onAdded(codes),
  });
  const spaced = begun.secret.replace(/(.{4})(?=.)/g, "$1 ");
  return (
    <ActionForm form={form}>
      <FormMessage form={form} />
      <p className="text-sm text-pretty text-muted-foreground">{t("scan")}</p>
      <div className="flex justify-center">
        <QrCode squares={begun.squares} label={t("qrLabel")} />
      </div>
      <div>
        <p className="text-sm text-muted-foreground">{t("key")}</p>
        <div className="mt-1 flex items-center gap-2 rounded-md bg-muted px-3 py-2">
          <code className="min-w-0 flex-1 font-mono text-sm [overflow-wrap:anywhere]">{spaced}</code>
          <CopyButton value={begun.secret} variant="ghost" />
        </div>
      </div>
      <Field form={form} name="code" label={t("code")} hint={t("codeHint")} required>
        {(field) => (
          <Input
            {...field}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            className="font-mono text-base tracking-widest"
          />
        )}
      </Field>
      <Field form={form} name="name" label={t("name")} hint={t("nameHint")} required>
        {(field) => <Input {...field} autoComplete="off" />}
      </Field>
      <Button type="submit" variant="primary" size="lg" className="w-full" pending={form.pending}>
        {t("submit")}
      </Button>
    </ActionForm>
  );
}
