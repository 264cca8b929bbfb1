"use client";

import { Plus, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useFieldArray, useWatch } from "react-hook-form";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field, useFieldError } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import type { Instalment } from "@/components/pay/plan-list";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { MoneyInput } from "@/components/ui/money-input";
import { toast } from "@/components/ui/toast";
import { formatMoney } from "@/lib/i18n/format";
import { type PaymentPlanForm, PaymentPlanInput } from "@/lib/invoices/schemas";
import type { ActionResult } from "@/lib/web/action";
import { SplitFields } from "./plan-split";
import { missingFrom, monthly, typedPlan } from "./plan-values";

export type PlanDialogProps = {
  id: string;
  version: number;
  /** What the instalments must add up to, in minor units of `currency`. */
  payableMinor: bigint;
  currency: string;
  /** The first day on which something can be due, ISO. */
  from: string;
  plan: readonly Instalment[];
  save: (input: PaymentPlanForm) => Promise<ActionResult<{ id: string }>>;
};

/** Makes and changes a draft's payment plan. */
export function PlanDialog(props: PlanDialogProps) {
  const t = useTranslations("invoices.detail.plan");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm">{props.plan.length > 0 ? t("change") : t("make")}</Button>
      </DialogTrigger>
      <DialogContent title={t("title")} description={t("text")}>
        <PlanForm {...props} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function PlanForm({
  id,
  version,
  payableMinor,
  currency,
  from,
  plan,
  save,
  onDone,
}: PlanDialogProps & { onDone: () => void }) {
  const t = useTranslations("invoices.detail.plan");
  const locale = useLocale();
  const defaultValues = useMemo<PaymentPlanForm>(
    () => ({
      id,
      version,
      instalments: plan.length > 0 ? typedPlan(plan, currency) : monthly(payableMinor, 3, from, currency),
    }),
    [id, version, plan, payableMinor, from, currency],
  );
  const form = useActionForm<PaymentPlanForm, { id: string }>({
    schema: PaymentPlanInput,
    action: save,
    defaultValues,
    onSuccess: () => {
      toast.success(t("saved"));
      onDone();
    },
  });
  const rows = useFieldArray({ control: form.form.control, name: "instalments" });
  const typed = useWatch({ control: form.form.control, name: "instalments" });
  const missing = missingFrom(payableMinor, typed, currency);
  const error = useFieldError(form, "instalments");
  return (
    <DialogForm form={form} submitLabel={t("save")}>
      <SplitFields
        onSplit={(count) => rows.replace(monthly(payableMinor, count, typed[0]?.dueDate || from, currency))}
      />
      <ul className="flex flex-col gap-2">
        {rows.fields.map((row, index) => (
          <li key={row.id} className="grid grid-cols-[1fr_1fr_auto] items-start gap-2">
            <Field
              form={form}
              name={`instalments.${index}.dueDate`}
              label={t("dueDate", { number: index + 1 })}
            >
              {(field) => <DateInput {...field} />}
            </Field>
            <Field
              form={form}
              name={`instalments.${index}.amount`}
              label={t("amount", { number: index + 1 })}
            >
              {(field) => <MoneyInput {...field} currency={currency} />}
            </Field>
            <Button
              size="icon"
              variant="ghost"
              className="mt-6"
              aria-label={t("remove", { number: index + 1 })}
              onClick={() => rows.remove(index)}
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex items-center justify-between gap-3 text-sm">
        <Button size="sm" onClick={() => rows.append({ dueDate: "", amount: "" })}>
          <Plus aria-hidden />
          {t("add")}
        </Button>
        <p role="status" className={missing === 0n ? "text-success-text" : "text-danger-text"}>
          {rows.fields.length === 0
            ? t("atOnce")
            : missing === null
              ? ""
              : missing === 0n
                ? t("complete")
                : t(missing > 0n ? "missing" : "tooMuch", {
                    amount: formatMoney(missing > 0n ? missing : -missing, currency, locale),
                  })}
        </p>
      </div>
      {error && <p className="text-sm text-danger-text">{error}</p>}
    </DialogForm>
  );
}
