"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Field } from "@/components/forms/field";
import { type ActionForm, fromServer } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { MoneyInput } from "@/components/ui/money-input";
import type { Rate, RateSourceName } from "@/lib/exchange/sources/source";
import { formatDate } from "@/lib/i18n/format";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import type { ActionResult } from "@/lib/web/action";
import { tidyOnBlur } from "./decimal-field";

/** Asks the rates' source; `date` is that of the rate, which may be earlier than the one asked for. */
export type FetchRate = (input: { from: string; date: string }) => Promise<ActionResult<Fetched>>;

type Fetched = Rate & { source: RateSourceName };

/** What one unit of the invoice's currency is worth in the books: fetched or entered, always editable. */
export function ExchangeField({
  form,
  from,
  to,
  today,
  fetchRate,
}: {
  form: ActionForm<InvoiceForm>;
  from: string;
  to: string;
  today: string;
  fetchRate: FetchRate;
}) {
  const t = useTranslations("invoices.editor");
  const locale = useLocale();
  const { setValue, setError, getValues } = form.form;
  const [fetched, setFetched] = useState<Fetched | null>(null);
  const [pending, startTransition] = useTransition();
  const set = (rate: string) => setValue("exchangeRate", rate, { shouldDirty: true, shouldValidate: true });
  const ask = () =>
    startTransition(async () => {
      const result = await fetchRate({ from, date: getValues("issueDate") || today });
      if (result.ok) {
        set(result.data.rate);
        setFetched(result.data);
        return;
      }
      setFetched(null);
      const message = Object.values(result.error.fields)[0] ?? result.error.message;
      setError("exchangeRate", { type: fromServer, message });
    });
  const origin =
    fetched &&
    t("fetched", { source: t(`sources.${fetched.source}`), date: formatDate(fetched.date, locale) });
  return (
    <Field
      form={form}
      name="exchangeRate"
      label={t("exchangeRate", { from })}
      hint={origin ?? t("exchangeRateHint")}
      className="col-span-2"
    >
      {(field) => (
        <span className="flex gap-2">
          <MoneyInput {...tidyOnBlur(field, (_, value) => set(value))} currency={to} />
          <Button pending={pending} onClick={ask}>
            {t("fetch")}
          </Button>
        </span>
      )}
    </Field>
  );
}
