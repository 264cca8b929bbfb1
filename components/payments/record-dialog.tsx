"use client";

import { Banknote } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { DialogForm } from "@/components/forms/dialog-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { useCan } from "@/components/shell/granted";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { toMajor } from "@/lib/core/money";
import { lesser } from "@/lib/core/settle";
import { formatMoney } from "@/lib/i18n/format";
import { type RecordPaymentForm, RecordPaymentInput } from "@/lib/payments/schemas";
import { newId } from "@/lib/platform/ids";
import { amountOf } from "./amount-of";
import { PaymentFields } from "./payment-fields";
import type { PaymentSetting, RecordAction } from "./types";
import { useSeen } from "./use-seen";

type Props = {
  invoice: { id: string; number: string; clientId: string; currency: string; owedMinor: bigint };
  setting: PaymentSetting;
  email: string | null;
  record: RecordAction;
};

/** Records what came in for one invoice. */
export function RecordDialog(props: Props) {
  const t = useTranslations("payments");
  const can = useCan();
  const [open, setOpen] = useState(false);
  if (!can("payment.record")) return null;
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm">
          <Banknote aria-hidden />
          {t("record")}
        </Button>
      </DialogTrigger>
      <DialogContent title={t("form.of", { number: props.invoice.number })} className="sm:max-w-lg">
        <RecordForm {...props} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

// A component of its own: it is made when the dialog opens, and with it its id and what its person sees.
function RecordForm({ invoice, setting, email, record, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("payments.form");
  const locale = useLocale();
  const { seen: owedMinor, watch } = useSeen(invoice.owedMinor);
  const { currency, clientId, number } = invoice;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const settling = watch(record);
  const [defaultValues] = useState(() => ({
    id: newId(),
    clientId,
    currency,
    method: "bank_transfer" as const,
    amount: toMajor(owedMinor, currency),
    exchangeRate: "",
    receivedOn: setting.today,
    reference: "",
    note: "",
    receipt: email !== null,
    settles: [],
  }));
  const form = useActionForm<RecordPaymentForm, { id: string }>({
    schema: RecordPaymentInput,
    action: (values) =>
      settling({
        ...values,
        settles: [
          {
            invoiceId: invoice.id,
            owed: String(owedMinor),
            amount: toMajor(lesser(amountOf(values.amount, currency), owedMinor), currency),
          },
        ],
      }),
    defaultValues,
    autoFocus: "amount",
    onSuccess: () => {
      toast.success(t("done"));
      onDone();
    },
  });
  const amount = useWatch({ control: form.form.control, name: "amount" });
  const restMinor = amountOf(amount, currency) - owedMinor;
  return (
    <DialogForm form={form} submitLabel={t("submit")}>
      <p className="text-sm text-muted-foreground tabular-nums">
        {t("owes", { number, amount: money(owedMinor) })}{" "}
        {restMinor > 0n && t("rest", { amount: money(restMinor) })}
      </p>
      <PaymentFields form={form} currency={currency} setting={setting} email={email} />
    </DialogForm>
  );
}
