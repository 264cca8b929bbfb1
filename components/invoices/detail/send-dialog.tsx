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
import { type SendForm, SendInput } from "@/lib/invoices/schemas";
import type { ActionResult } from "@/lib/web/action";

type Props = {
  id: string;
  number: string;
  client: { id: string; name: string; email: string | null } | null;
  /** It was sent before. */
  again: boolean;
  send: (input: SendForm) => Promise<ActionResult<{ recipient: string }>>;
};

/** Sends an issued invoice to its client, with a word of one's own. */
export function SendDialog(props: Props) {
  const { number, client, again } = props;
  const t = useTranslations("invoices.detail");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant={again ? "secondary" : "primary"}>
          <Send aria-hidden />
          {again ? t("sendAgain") : t("send")}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={again ? t("sendTitleAgain", { number }) : t("sendTitle", { number })}
        description={client?.email ? t("sendText", { recipient: client.email }) : undefined}
      >
        {client?.email ? (
          <MessageForm {...props} onSent={() => setOpen(false)} />
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
    </Dialog>
  );
}

function MessageForm({ id, number, again, send, onSent }: Props & { onSent: () => void }) {
  const t = useTranslations("invoices");
  const defaultValues = useMemo(() => ({ id, message: "" }), [id]);
  const form = useActionForm<SendForm, { recipient: string }>({
    schema: SendInput,
    action: send,
    defaultValues,
    onSuccess: ({ recipient }) => {
      toast.success(t("detail.sent", { number, recipient }));
      onSent();
    },
  });
  return (
    <DialogForm form={form} submitLabel={again ? t("detail.sendAgain") : t("detail.send")}>
      <Field form={form} name="message" label={t("editor.message")} hint={t("editor.messageHint")} optional>
        {(field) => <Textarea {...field} dir="auto" />}
      </Field>
    </DialogForm>
  );
}
