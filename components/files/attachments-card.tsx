"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { acceptOf, mib, perDocument, uploads } from "@/lib/core/uploads";
import type { Attachment } from "@/lib/files/of-document";
import type { ActionResult } from "@/lib/web/action";
import { AttachmentList } from "./attachment-list";
import { FileDrop } from "./file-drop";

type Detach = (input: unknown) => Promise<ActionResult<void>>;

/** The files of a draft, with a place for more. `documentId` is null until the draft is saved. */
export function AttachmentsCard({
  documentId,
  attachments,
  detach,
}: {
  documentId: string | null;
  attachments: readonly Attachment[];
  detach: Detach;
}) {
  const t = useTranslations("files");
  const router = useRouter();
  const removing = useAction(detach);
  const { maxSize } = uploads.attachment;
  return (
    <Card>
      <CardHeader title={t("title")} description={t("hint")} />
      <CardContent className="flex flex-col gap-4">
        {attachments.length > 0 && (
          <AttachmentList
            attachments={attachments}
            filesAt="/files"
            extra={({ id, name }) => (
              <Button
                variant="ghost"
                size="sm"
                aria-label={t("remove", { name })}
                pending={removing.pending}
                onClick={() => removing.run({ id })}
              >
                <X aria-hidden />
              </Button>
            )}
          />
        )}
        {!documentId && <p className="text-sm text-muted-foreground">{t("saveFirst")}</p>}
        {documentId && attachments.length < perDocument.files && (
          <FileDrop
            label={t("add")}
            hint={t("limits", { size: mib(maxSize), files: perDocument.files, sum: mib(perDocument.size) })}
            accept={acceptOf("attachment")}
            address={`/invoices/${documentId}/files`}
            maxSize={maxSize}
            onDone={() => router.refresh()}
          />
        )}
      </CardContent>
    </Card>
  );
}
