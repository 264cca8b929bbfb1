"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardContent, CardFooter } from "@/components/ui/card";
import { FormField } from "@/components/ui/form-field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { type RecordPaymentForm, RecordPaymentInput } from "@/lib/payments/schemas";
import type { OpenInvoice } from "@/lib/payments/settling";
import { newId } from "@/lib/platform/ids";
import { PaymentFields } from "./payment-fields";
import { SettleRows } from "./settle-rows";
import type { PaymentSetting, RecordAction } from "./types";
import { useSeen } from "./use-seen";
import { settlesOf, useSettles } from "./use-settles";

/** Records what a client paid, for several of its invoices or for none. */
export function RecordForm({
  client,
  invoices,
  currencies,
  setting,
  record,
}: {
  client: { id: string; email: string | null };
  /** What it owes, the oldest first. */
  invoices: readonly OpenInvoice[];
  /** To choose from, the likeliest first. */
  currencies: readonly string[];
  setting: PaymentSetting;
  record: RecordAction;
}) {
  const t = useTranslations("payments.form");
  const router = useRouter();
  const { seen, watch } = useSeen(invoices);
  const [defaultValues] = useState(() => ({
    id: newId(),
    clientId: client.id,
    currency: currencies[0] ?? setting.baseCurrency,
    method: "bank_transfer" as const,
    amount: "",
    exchangeRate: "",
    receivedOn: setting.today,
    reference: "",
    note: "",
    receipt: client.email !== null,
    settles: settlesOf(invoices, currencies[0] ?? setting.baseCurrency),
  }));
  const form = useActionForm<RecordPaymentForm, { id: string }>({
    schema: RecordPaymentInput,
    action: watch(record),
    defaultValues,
    autoFocus: "amount",
    onSuccess: ({ id }) => {
      toast.success(t("done"));
      router.push(`/payments/${id}`);
    },
  });
  const state = useSettles(form, seen);
  return (
    <ActionForm form={form}>
      <Card>
        <CardContent className="flex flex-col gap-5">
          <FormMessage form={form} />
          {currencies.length > 1 && (
            <FormField label={t("currency")} className="sm:max-w-40">
              {(field) => (
                <Select
                  {...field}
                  value={state.currency}
                  onChange={(event) => state.changeCurrency(event.target.value)}
                >
                  {currencies.map((code) => (
                    <option key={code}>{code}</option>
                  ))}
                </Select>
              )}
            </FormField>
          )}
          <PaymentFields
            form={form}
            currency={state.currency}
            setting={setting}
            email={client.email}
            onAmount={state.typeAmount}
          />
          <SettleRows form={form} invoices={seen} state={state} />
        </CardContent>
        <CardFooter>
          <ButtonLink href="/payments">{t("cancel")}</ButtonLink>
          <Button type="submit" variant="primary" pending={form.pending}>
            {t("submit")}
          </Button>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
