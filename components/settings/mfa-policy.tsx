"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useWatch } from "react-hook-form";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { MfaPolicyInput } from "@/lib/organizations/schemas";
import type { ActionResult } from "@/lib/web/action";

type Policy = "required" | "optional";

/** Whether admins and accountants need a second factor. */
export function MfaPolicy({
  policy,
  action,
}: {
  policy: Policy;
  action: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("factors.policy");
  const form = useActionForm<{ policy: Policy }, unknown>({
    schema: MfaPolicyInput,
    action,
    defaultValues: { policy },
    onSuccess: (_, { getValues, reset }) => {
      reset(getValues());
      toast.success(t("saved"));
    },
  });
  const { reset, formState } = form.form;
  const { isDirty } = formState;
  useEffect(() => {
    if (!isDirty) reset({ policy });
  }, [policy, isDirty, reset]);
  const chosen = useWatch({ control: form.form.control, name: "policy" });
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      <CardContent>
        <ActionForm form={form}>
          <FormMessage form={form} />
          <div className="flex max-w-lg flex-col items-start gap-3">
            <div className="w-full">
              <Field form={form} name="policy" label={t("label")} hint={t(`${chosen}Hint`)}>
                {(field) => (
                  <Select {...field}>
                    <option value="required">{t("required")}</option>
                    <option value="optional">{t("optional")}</option>
                  </Select>
                )}
              </Field>
            </div>
            <Button type="submit" variant="primary" pending={form.pending} disabled={!isDirty}>
              {t("save")}
            </Button>
          </div>
        </ActionForm>
      </CardContent>
    </Card>
  );
}
