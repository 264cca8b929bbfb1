"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { type VoidForm, VoidInput } from "@/lib/invoices/schemas";
import type { ActionResult } from "@/lib/web/action";

export type Ending = "void" | "writeOff";
export type EndAction = (input: VoidForm) => Promise<ActionResult<{ id: string }>>;

type Props = {
  id: string;
  number: string;
  /** What the invoice still owes, as text. */
  owed: string;
  action: EndAction;
  onClose: () => void;
};

/** Asks before an issued document ends without being paid, and for the reason that the audit log keeps. */
export function EndDialog({ ending, ...props }: Props & { ending: Ending | null }) {
  const t = useTranslations("invoices.detail");
  const { number, owed } = props;
  return (
    <Dialog open={ending !== null} onOpenChange={(open) => !open && props.onClose()}>
      {ending && (
        <DialogContent
          title={t(`${ending}Title`, { number })}
          description={t(`${ending}Text`, { amount: owed })}
        >
          <ReasonForm {...props} ending={ending} />
        </DialogContent>
      )}
    </Dialog>
  );
}

function ReasonForm({ id, number, ending, action, onClose }: Props & { ending: Ending }) {
  const t = useTranslations("invoices.detail");
  const defaultValues = useMemo(() => ({ id, reason: "" }), [id]);
  const form = useActionForm<VoidForm, { id: string }>({
    schema: VoidInput,
    action,
    defaultValues,
    onSuccess: () => {
      toast.success(t(ending === "void" ? "voided" : "writtenOff", { number }));
      onClose();
    },
  });
  return (
    <DialogForm form={form} submitLabel={t(ending)}>
      <Field form={form} name="reason" label={t("reason")} hint={t("reasonHint")} optional>
        {(field) => <Textarea {...field} dir="auto" rows={2} />}
      </Field>
    </DialogForm>
  );
}
