"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Dialog, DialogBody, DialogContent } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { type SendForm, SendInput } from "@/lib/invoices/schemas";
import type { ActionResult } from "@/lib/web/action";

/** For the first time, once more, or as a reminder of what is owed. */
export type Sending = "send" | "again" | "remind";
export type SendAction = (input: SendForm) => Promise<ActionResult<{ recipient: string }>>;

type Props = {
  id: string;
  number: string;
  client: { id: string; name: string; email: string | null } | null;
  send: SendAction;
  onClose: () => void;
};

/** Sends an issued document to its client, or a reminder of it, with a word of one's own. */
export function SendDialog({ sending, ...props }: Props & { sending: Sending | null }) {
  const { number, client } = props;
  const t = useTranslations("invoices.detail");
  return (
    <Dialog open={sending !== null} onOpenChange={(open) => !open && props.onClose()}>
      {sending && (
        <DialogContent
          title={t(`sending.${sending}.title`, { number })}
          description={client?.email ? t(`sending.${sending}.text`, { recipient: client.email }) : undefined}
        >
          {client?.email ? (
            <MessageForm {...props} sending={sending} />
          ) : (
            <DialogBody>
              <Alert
                tone="warning"
                actions={
                  client && (
                    <Link href={`/clients/${client.id}/edit`} className="font-medium underline">
                      {t("addAddress")}
                    </Link>
                  )
                }
              >
                {t("noRecipient", { client: client?.name ?? "" })}
              </Alert>
            </DialogBody>
          )}
        </DialogContent>
      )}
    </Dialog>
  );
}

function MessageForm({ id, number, sending, send, onClose }: Props & { sending: Sending }) {
  const t = useTranslations("invoices");
  const defaultValues = useMemo(() => ({ id, message: "" }), [id]);
  const form = useActionForm<SendForm, { recipient: string }>({
    schema: SendInput,
    action: send,
    defaultValues,
    autoFocus: "message",
    onSuccess: ({ recipient }) => {
      toast.success(t(`detail.sending.${sending}.done`, { number, recipient }));
      onClose();
    },
  });
  return (
    <DialogForm form={form} submitLabel={t(`detail.sending.${sending}.button`)}>
      <Field form={form} name="message" label={t("editor.message")} hint={t("editor.messageHint")} optional>
        {(field) => <Textarea {...field} dir="auto" />}
      </Field>
    </DialogForm>
  );
}
