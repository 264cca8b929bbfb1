"use client";

import { Undo2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { useCan } from "@/components/shell/granted";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { MoneyInput } from "@/components/ui/money-input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { toMajor } from "@/lib/core/money";
import { manualMethods } from "@/lib/core/payment-methods";
import { formatMoney } from "@/lib/i18n/format";
import { type RefundPaymentForm, RefundPaymentInput } from "@/lib/payments/schemas";
import { newId } from "@/lib/platform/ids";
import { amountOf } from "./amount-of";
import type { RefundAction } from "./types";
import { useSeen } from "./use-seen";

type Props = {
  payment: { id: string; currency: string; method: RefundPaymentForm["method"] | "online" };
  /** What can be given back, and how much of it takes nothing from an invoice; minor units. */
  refundableMinor: bigint;
  leftMinor: bigint;
  /** How much one person may give back alone; null for all of it. */
  aloneMinor: bigint | null;
  /** The organization's ISO date. */
  today: string;
  refund: RefundAction;
};

/** Gives a payment back, wholly or in part. */
export function RefundDialog(props: Props) {
  const t = useTranslations("payments.refund");
  const can = useCan();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const amount = formatMoney(props.refundableMinor, props.payment.currency, locale);
  if (!can("payment.refund")) return null;
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>
          <Undo2 aria-hidden />
          {t("action")}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t("title")}
        description={`${t("description", { amount })}${props.payment.method === "online" ? ` ${t("online")}` : ""}`}
      >
        <RefundForm {...props} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

// A component of its own: it is made when the dialog opens, and with it its id and what its person sees.
function RefundForm({
  payment,
  refundableMinor,
  leftMinor,
  aloneMinor,
  today,
  refund,
  onDone,
}: Props & { onDone: () => void }) {
  const t = useTranslations("payments.refund");
  const methods = useTranslations("payments.methods");
  const locale = useLocale();
  const { seen, watch } = useSeen(refundableMinor);
  const { currency, method } = payment;
  const refunding = watch(refund);
  const [defaultValues] = useState(() => ({
    id: newId(),
    paymentId: payment.id,
    amount: toMajor(leftMinor > 0n ? leftMinor : refundableMinor, currency),
    refundable: String(refundableMinor),
    method: method === "online" ? null : method,
    refundedOn: today,
    reason: "",
  }));
  const form = useActionForm<RefundPaymentForm, { id: string; state: string }>({
    schema: RefundPaymentInput,
    action: (values) => refunding({ ...values, refundable: String(seen) }),
    defaultValues,
    autoFocus: "amount",
    onSuccess: ({ state }) => {
      toast.success(t(state === "requested" ? "requested" : state === "pending" ? "started" : "done"));
      onDone();
    },
  });
  const amount = amountOf(useWatch({ control: form.form.control, name: "amount" }), currency);
  const owesAgain = amount - leftMinor;
  const waits = aloneMinor !== null && amount > aloneMinor && amount <= refundableMinor;
  return (
    <DialogForm form={form} submitLabel={t(waits ? "ask" : "submit")}>
      <Field form={form} name="amount" label={t("amount")} required>
        {(field) => <MoneyInput {...field} currency={currency} />}
      </Field>
      {method !== "online" && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field form={form} name="method" label={t("method")} required>
            {(field) => (
              <Select {...field}>
                {manualMethods.map((one) => (
                  <option key={one} value={one}>
                    {methods(one)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field form={form} name="refundedOn" label={t("refundedOn")} required>
            {(field) => <DateInput {...field} max={today} />}
          </Field>
        </div>
      )}
      <Field form={form} name="reason" label={t("reason")} hint={t("reasonHint")} optional>
        {(field) => <Textarea {...field} rows={2} dir="auto" />}
      </Field>
      {waits && <Alert tone="info">{t("waits")}</Alert>}
      {owesAgain > 0n && amount <= refundableMinor && (
        <Alert tone="warning">{t("owesAgain", { amount: formatMoney(owesAgain, currency, locale) })}</Alert>
      )}
    </DialogForm>
  );
}
