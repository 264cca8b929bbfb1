"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { MoneyInput } from "@/components/ui/money-input";
import { toast } from "@/components/ui/toast";
import { type RefundApprovalForm, RefundApprovalInput } from "@/lib/organizations/schemas";
import type { ActionResult } from "@/lib/web/action";

/** Beyond which sum a refund needs a second person; empty for never. */
export function RefundApproval({
  above,
  currency,
  approvers,
  action,
}: {
  /** In major units, as typed; empty for no limit. */
  above: string;
  /** The organization's. */
  currency: string;
  /** How many people may approve. */
  approvers: number;
  action: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("settings.refundApproval");
  const form = useActionForm<RefundApprovalForm, unknown>({
    schema: RefundApprovalInput,
    action,
    defaultValues: { above },
    onSuccess: (_, { getValues, reset }) => {
      reset(getValues());
      toast.success(t("saved"));
    },
  });
  const { reset, formState } = form.form;
  const { isDirty } = formState;
  useEffect(() => {
    if (!isDirty) reset({ above });
  }, [above, isDirty, reset]);
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      <CardContent>
        <ActionForm form={form}>
          <FormMessage form={form} />
          <div className="flex max-w-lg flex-col items-start gap-3">
            <div className="w-full max-w-64">
              <Field form={form} name="above" label={t("label")} hint={t("hint")}>
                {(field) => <MoneyInput {...field} currency={currency} />}
              </Field>
            </div>
            {approvers < 2 && above !== "" && (
              <Alert tone="warning" title={t("tooFew", { count: approvers })}>
                {t("tooFewText")}
              </Alert>
            )}
            <Button type="submit" variant="primary" pending={form.pending} disabled={!isDirty}>
              {t("save")}
            </Button>
          </div>
        </ActionForm>
      </CardContent>
    </Card>
  );
}
