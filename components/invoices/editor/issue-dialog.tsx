"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { FormField } from "@/components/ui/form-field";
import { Textarea } from "@/components/ui/textarea";
import type { DocumentKind } from "@/lib/core/status";
import type { EditorClient } from "./values";

/** Asks before the number is taken: what it is about, who gets it, and what to tell them. */
export function IssueDialog({
  kind,
  mode,
  client,
  total,
  pending,
  onConfirm,
  onClose,
}: {
  kind: DocumentKind;
  /** Null keeps it closed. */
  mode: "finalize" | "send" | null;
  client: EditorClient | null;
  /** The invoice's total as text. */
  total: string;
  pending: boolean;
  onConfirm: (message: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("invoices.editor");
  const ui = useTranslations("ui.dialog");
  const [message, setMessage] = useState("");
  const sends = mode === "send";
  const cannotSend = sends && !client?.email;
  return (
    <Dialog open={mode !== null} onOpenChange={(open) => !open && !pending && onClose()}>
      <DialogContent
        title={sends ? t("sendTitle") : t(`finalizeTitles.${kind}`)}
        description={
          sends && client?.email
            ? t(`sendTexts.${kind}`, { recipient: client.email })
            : t(`finalizeTexts.${kind}`)
        }
        // What is wrong is marked on the page, and gets the focus there.
        onCloseAutoFocus={(event) => {
          const wrong = document.querySelector<HTMLElement>("form [aria-invalid=true]");
          if (!wrong) return;
          event.preventDefault();
          wrong.focus();
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          <DescriptionList
            items={[
              { label: t("client"), value: <bdi>{client?.name}</bdi> },
              ...(sends && client?.email ? [{ label: t("recipient"), value: client.email }] : []),
              { label: t("amountDue"), value: <strong className="font-semibold">{total}</strong> },
            ]}
          />
          {cannotSend && <Alert tone="warning">{t("noRecipient")}</Alert>}
          {sends && !cannotSend && (
            <FormField label={t("message")} hint={t("messageHint")} optional>
              {(field) => (
                <Textarea
                  {...field}
                  dir="auto"
                  maxLength={2000}
                  value={message}
                  onChange={(event) => setMessage(event.target.value)}
                />
              )}
            </FormField>
          )}
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>{ui("cancel")}</Button>
          </DialogClose>
          <Button
            variant="primary"
            pending={pending}
            disabled={cannotSend}
            autoFocus
            onClick={() => onConfirm(sends ? message : "")}
          >
            {sends ? t("send") : t("finalize")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
