"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { RefuseRefundInput } from "@/lib/payments/schemas";
import type { DecideActions } from "./types";

type Props = { id: string; amount: string; refuse: DecideActions["refuse"] };

/** The button and the dialog that refuse a refund, saying why. */
export function RefuseRefund(props: Props) {
  const t = useTranslations("payments.approval");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm">{t("refuse")}</Button>
      </DialogTrigger>
      <DialogContent title={t("refuseTitle", { amount: props.amount })} description={t("refuseText")}>
        <RefuseForm {...props} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function RefuseForm({ id, refuse, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("payments.approval");
  const form = useActionForm<{ id: string; refusal: string }, unknown>({
    schema: RefuseRefundInput,
    action: refuse,
    defaultValues: { id, refusal: "" },
    autoFocus: "refusal",
    onSuccess: () => {
      toast.success(t("refusedToast"));
      onDone();
    },
  });
  return (
    <DialogForm form={form} submitLabel={t("refuse")}>
      <Field form={form} name="refusal" label={t("refusal")} required>
        {(field) => <Textarea {...field} rows={3} dir="auto" />}
      </Field>
    </DialogForm>
  );
}
