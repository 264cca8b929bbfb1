"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/forms/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { DateInput } from "@/components/ui/date-input";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { manualMethods } from "@/lib/core/payment-methods";
import type { RecordPaymentForm } from "@/lib/payments/schemas";
import type { PaymentSetting } from "./types";

/** What is known of money that came: how much, when, how. `onAmount` is told what is typed. */
export function PaymentFields({
  form,
  currency,
  setting,
  email,
  onAmount,
}: {
  form: ActionForm<RecordPaymentForm>;
  currency: string;
  setting: PaymentSetting;
  /** Where a receipt goes. */
  email: string | null;
  onAmount?: (text: string) => void;
}) {
  const t = useTranslations("payments.form");
  const methods = useTranslations("payments.methods");
  const { baseCurrency, today } = setting;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field form={form} name="amount" label={t("amount")} required>
          {({ onChange, ...field }) => (
            <MoneyInput
              {...field}
              currency={currency}
              onChange={(event) => {
                onAmount?.(event.target.value);
                return onChange(event);
              }}
            />
          )}
        </Field>
        <Field form={form} name="receivedOn" label={t("receivedOn")} required>
          {(field) => <DateInput {...field} max={today} />}
        </Field>
        <Field form={form} name="method" label={t("method")} required>
          {(field) => (
            <Select {...field}>
              {manualMethods.map((method) => (
                <option key={method} value={method}>
                  {methods(method)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {currency !== baseCurrency && (
          <Field
            form={form}
            name="exchangeRate"
            label={t("exchangeRate")}
            hint={t("exchangeRateHint", { base: baseCurrency, currency })}
            required
          >
            {(field) => (
              <Input {...field} inputMode="decimal" autoComplete="off" className="text-right tabular-nums" />
            )}
          </Field>
        )}
        <Field form={form} name="reference" label={t("reference")} hint={t("referenceHint")} optional>
          {(field) => <Input {...field} autoComplete="off" dir="auto" />}
        </Field>
      </div>
      <Field form={form} name="note" label={t("note")} hint={t("noteHint")} optional>
        {(field) => <Textarea {...field} rows={2} dir="auto" />}
      </Field>
      {email ? (
        <Checkbox label={t("receipt", { email })} {...form.form.register("receipt")} />
      ) : (
        <p className="text-xs text-muted-foreground">{t("noReceipt")}</p>
      )}
    </>
  );
}
