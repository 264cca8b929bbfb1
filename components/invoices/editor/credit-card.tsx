"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/forms/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Card, CardContent } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { DateInput } from "@/components/ui/date-input";
import { DescriptionList } from "@/components/ui/description-list";
import { Input } from "@/components/ui/input";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import type { EditorClient, EditorSetting } from "./values";

/** The head of a credit note: client and currency are its invoice's, the rest is chosen. */
export function CreditCard({
  form,
  client,
  setting,
}: {
  form: ActionForm<InvoiceForm>;
  client: EditorClient | null;
  setting: EditorSetting;
}) {
  const t = useTranslations("invoices.editor");
  return (
    <Card>
      <CardContent className="flex flex-col gap-4">
        <DescriptionList
          items={[
            { label: t("client"), value: <bdi>{client?.name}</bdi> },
            { label: t("credits"), value: setting.creditedNumber },
          ]}
        />
        <div className="grid grid-cols-2 gap-x-3 gap-y-4">
          <Field form={form} name="issueDate" label={t("issueDate")}>
            {(field) => <DateInput {...field} />}
          </Field>
          <Field form={form} name="reference" label={t("reference")} optional>
            {(field) => <Input {...field} autoComplete="off" dir="auto" />}
          </Field>
        </div>
        <Checkbox
          label={t("keepsCredit")}
          hint={t("keepsCreditHint")}
          {...form.form.register("keepsCredit")}
        />
      </CardContent>
    </Card>
  );
}
