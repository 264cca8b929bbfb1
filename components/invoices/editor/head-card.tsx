"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useWatch } from "react-hook-form";
import { ChoiceField } from "@/components/forms/choice-field";
import { Field } from "@/components/forms/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Card, CardContent } from "@/components/ui/card";
import { DateInput } from "@/components/ui/date-input";
import { Input } from "@/components/ui/input";
import { currencyChoices } from "@/lib/i18n/choices";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { type ClientActions, ClientField } from "./client-field";
import { ExchangeField, type FetchRate } from "./exchange-field";
import { useRateOfCurrency } from "./use-rate-of-currency";
import { useTerms } from "./use-terms";
import { type EditorClient, type EditorSetting, needsRate } from "./values";

/** Who, when, and in which currency. */
export function HeadCard({
  form,
  client,
  suggestions,
  setting,
  actions,
  onChoose,
}: {
  form: ActionForm<InvoiceForm>;
  client: EditorClient | null;
  suggestions: readonly EditorClient[];
  setting: EditorSetting;
  actions: ClientActions & { fetchRate: FetchRate };
  onChoose: (client: EditorClient) => void;
}) {
  const t = useTranslations("invoices.editor");
  const locale = useLocale();
  const currencies = useMemo(() => currencyChoices(locale), [locale]);
  const currency = useWatch({ control: form.form.control, name: "currency" });
  useRateOfCurrency(form);
  const terms = useTerms(form, client, setting);
  return (
    <Card>
      <CardContent>
        <div className="grid grid-cols-2 gap-x-3 gap-y-4 roomy:grid-cols-4">
          <ClientField
            form={form}
            client={client}
            suggestions={suggestions}
            currency={setting.currency}
            actions={actions}
            onChoose={(chosen) => {
              terms.adopt(chosen);
              onChoose(chosen);
            }}
          />
          <Field form={form} name="issueDate" label={t("issueDate")}>
            {(field) => (
              <DateInput
                {...field}
                onChange={(event) => {
                  terms.issueDateIs(event.target.value);
                  return field.onChange(event);
                }}
              />
            )}
          </Field>
          <Field form={form} name="dueDate" label={t(setting.kind === "quote" ? "validUntil" : "dueDate")}>
            {(field) => (
              <DateInput
                {...field}
                onChange={(event) => {
                  terms.touch();
                  return field.onChange(event);
                }}
              />
            )}
          </Field>
          <ChoiceField form={form} name="currency" label={t("currency")} options={currencies} />
          <Field form={form} name="reference" label={t("reference")} optional>
            {(field) => <Input {...field} autoComplete="off" dir="auto" />}
          </Field>
          {needsRate(setting, currency) && (
            <ExchangeField
              // A rate belongs to its currency, and so does what was fetched.
              key={currency}
              form={form}
              from={currency}
              to={setting.currency}
              today={setting.today}
              fetchRate={actions.fetchRate}
            />
          )}
        </div>
      </CardContent>
    </Card>
  );
}
