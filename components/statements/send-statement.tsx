"use client";

import { Send } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { type SendStatementForm, SendStatementInput } from "@/lib/statements/schemas";
import type { ActionResult } from "@/lib/web/action";

type Props = {
  clientId: string;
  /** ISO dates. */
  period: { from: string; to: string };
  /** Where it goes; null when the client has no address. */
  email: string | null;
  action: (input: SendStatementForm) => Promise<ActionResult<{ recipient: string }>>;
};

/** Sends a client its statement, with a word of one's own. */
export function SendStatement(props: Props) {
  const t = useTranslations("statement");
  const edit = useTranslations("invoices.detail");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Send aria-hidden />
          {t("send")}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t("sendTitle")}
        description={props.email ? t("sendText", { recipient: props.email }) : undefined}
      >
        {props.email ? (
          <MessageForm {...props} onSent={() => setOpen(false)} />
        ) : (
          <DialogBody>
            <Alert
              tone="warning"
              actions={
                <Link href={`/clients/${props.clientId}/edit`} className="font-medium underline">
                  {edit("addAddress")}
                </Link>
              }
            >
              {t("noRecipient")}
            </Alert>
          </DialogBody>
        )}
      </DialogContent>
    </Dialog>
  );
}

function MessageForm({ clientId, period: { from, to }, action, onSent }: Props & { onSent: () => void }) {
  const t = useTranslations("statement");
  const defaultValues = useMemo(() => ({ clientId, from, to, message: "" }), [clientId, from, to]);
  const form = useActionForm<SendStatementForm, { recipient: string }>({
    schema: SendStatementInput,
    action,
    defaultValues,
    onSuccess: ({ recipient }) => {
      toast.success(t("sent", { recipient }));
      onSent();
    },
  });
  return (
    <DialogForm form={form} submitLabel={t("send")}>
      <Field form={form} name="message" label={t("message")} optional>
        {(field) => <Textarea {...field} dir="auto" />}
      </Field>
    </DialogForm>
  );
}
