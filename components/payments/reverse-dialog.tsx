"use client";

import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { useCan } from "@/components/shell/granted";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { type ReversePaymentForm, ReversePaymentInput } from "@/lib/payments/schemas";
import type { ReverseAction } from "./types";

type Props = {
  id: string;
  /** The organization's ISO date. */
  today: string;
  reverse: ReverseAction;
};

/** Takes a payment by hand back as a whole, with the reason. */
export function ReverseDialog(props: Props) {
  const t = useTranslations("payments.reverse");
  const can = useCan();
  const [open, setOpen] = useState(false);
  if (!can("payment.reverse")) return null;
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>
          <Ban aria-hidden />
          {t("action")}
        </Button>
      </DialogTrigger>
      <DialogContent title={t("title")} description={t("description")}>
        <ReverseForm {...props} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function ReverseForm({ id, today, reverse, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("payments.reverse");
  const form = useActionForm<ReversePaymentForm, { id: string }>({
    schema: ReversePaymentInput,
    action: reverse,
    defaultValues: { id, reversedOn: today, reason: "" },
    autoFocus: "reason",
    onSuccess: () => {
      toast.success(t("done"));
      onDone();
    },
  });
  return (
    <DialogForm form={form} submitLabel={t("submit")}>
      <Field form={form} name="reversedOn" label={t("reversedOn")} required>
        {(field) => <DateInput {...field} max={today} />}
      </Field>
      <Field form={form} name="reason" label={t("reason")} required>
        {(field) => <Textarea {...field} rows={2} dir="auto" />}
      </Field>
    </DialogForm>
  );
}
