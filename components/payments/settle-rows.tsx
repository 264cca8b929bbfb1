"use client";

import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/components/forms/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { MoneyInput } from "@/components/ui/money-input";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { RecordPaymentForm } from "@/lib/payments/schemas";
import type { OpenInvoice } from "@/lib/payments/settling";
import type { useSettles } from "./use-settles";

/** The open invoices of a client, each with the part that it gets. */
export function SettleRows({
  form,
  invoices,
  state,
}: {
  form: ActionForm<RecordPaymentForm>;
  invoices: readonly OpenInvoice[];
  state: ReturnType<typeof useSettles>;
}) {
  const t = useTranslations("payments.form");
  const locale = useLocale();
  const { currency, settles, restMinor } = state;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-medium">{t("settles")}</legend>
      <p className="mt-0.5 flex min-h-8 flex-wrap items-center justify-between gap-x-3 text-xs text-muted-foreground">
        {settles.length > 0 ? t("settlesHint") : t("nothingOpen", { currency })}
        {state.byHand && settles.length > 1 && (
          <Button size="sm" variant="ghost" onClick={state.oldestFirst}>
            {t("oldestFirst")}
          </Button>
        )}
      </p>
      <ul className="mt-2 divide-y divide-border rounded-lg border border-border empty:hidden">
        {settles.map((row, index) => {
          const invoice = invoices.find(({ id }) => id === row.invoiceId);
          const number = invoice?.number ?? "";
          return (
            <li
              key={row.invoiceId}
              className="grid grid-cols-[minmax(0,1fr)_8rem] items-start gap-x-2 px-3 py-2 sm:px-4"
            >
              <Checkbox
                checked={Boolean(row.amount)}
                onChange={(event) => state.toggle(index, event.target.checked)}
                aria-label={t("settle", { number })}
                label={number}
                hint={
                  <span className="text-xs tabular-nums">
                    <span className="mr-2 inline-block">
                      {t("owed", { amount: money(BigInt(row.owed)) })}
                    </span>
                    {invoice?.dueDate && (
                      <span className="inline-block">
                        {t("dueOn", { date: formatDate(invoice.dueDate, locale) })}
                      </span>
                    )}
                  </span>
                }
              />
              <Field form={form} name={`settles.${index}.amount`} label={t("part", { number })} hideLabel>
                {({ onChange: _, ...field }) => (
                  <MoneyInput
                    {...field}
                    currency={currency}
                    onChange={(event) => state.setPart(index, event.target.value)}
                  />
                )}
              </Field>
            </li>
          );
        })}
      </ul>
      <p aria-live="polite" className="mt-2 min-h-5 text-sm tabular-nums">
        {restMinor > 0n && t("rest", { amount: money(restMinor) })}
        {restMinor < 0n && (
          <span className="text-danger-text">{t("over", { amount: money(-restMinor) })}</span>
        )}
      </p>
    </fieldset>
  );
}
