"use client";

import { useTranslations } from "next-intl";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardFooter, CardHeader } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { RenameInput } from "@/lib/accounts/schemas";
import type { Action } from "./types";

/** One's own name. */
export function ProfileCard({ name, action }: { name: string; action: Action<{ name: string }> }) {
  const t = useTranslations("account.profile");
  const form = useActionForm({
    schema: RenameInput,
    action,
    defaultValues: { name },
    onSuccess: (saved, { reset }) => {
      reset(saved);
      toast.success(t("done"));
    },
  });
  return (
    <ActionForm form={form}>
      <Card>
        <CardHeader title={t("title")} description={t("description")} />
        <CardContent className="flex flex-col gap-4">
          <FormMessage form={form} />
          <Field form={form} name="name" label={t("name")} required>
            {(field) => <Input {...field} autoComplete="name" />}
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
