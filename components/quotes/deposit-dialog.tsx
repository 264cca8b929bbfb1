"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type DepositForm, DepositInput } from "@/lib/quotes/schemas";
import type { ActionResult } from "@/lib/web/action";

export type DepositAction = (input: DepositForm) => Promise<ActionResult<{ id: string }>>;
type Props = { id: string; newId: string; currency: string; action: DepositAction };

/** Asks for a part of a quote in advance: makes a draft deposit invoice and goes to it. */
export function DepositDialog(props: Props) {
  const t = useTranslations("quotes.deposit");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>{t("open")}</Button>
      </DialogTrigger>
      <DialogContent title={t("title")} description={t("text")}>
        <ShareForm {...props} />
      </DialogContent>
    </Dialog>
  );
}

function ShareForm({ id, newId, currency, action }: Props) {
  const t = useTranslations("quotes.deposit");
  const router = useRouter();
  const defaultValues = useMemo<DepositForm>(
    () => ({ id, newId, kind: "percent", value: "30" }),
    [id, newId],
  );
  const form = useActionForm<DepositForm, { id: string }>({
    schema: DepositInput,
    action,
    defaultValues,
    onSuccess: (made) => router.push(`/invoices/${made.id}/edit`),
    autoFocus: "value",
  });
  return (
    <DialogForm form={form} submitLabel={t("make")}>
      <Field form={form} name="value" label={t("share")} hint={t("hint")} required>
        {(field) => (
          <span className="flex">
            <Input
              {...field}
              inputMode="decimal"
              autoComplete="off"
              className="rounded-r-none border-r-0 text-right tabular-nums"
            />
            <span className="w-20 shrink-0">
              <Select {...form.form.register("kind")} aria-label={t("kind")} className="rounded-l-none">
                <option value="percent">%</option>
                <option value="amount">{currency}</option>
              </Select>
            </span>
          </span>
        )}
      </Field>
    </DialogForm>
  );
}
