import { useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import type { Attachment } from "@/lib/files/of-document";
import { AttachmentList } from "./attachment-list";

/** What is attached to an issued document; nothing without any. */
export function IssuedAttachments({
  attachments,
  filesAt,
}: {
  attachments: readonly Attachment[];
  filesAt: string;
}) {
  const t = useTranslations("files");
  if (attachments.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardContent>
        <AttachmentList attachments={attachments} filesAt={filesAt} />
      </CardContent>
    </Card>
  );
}
