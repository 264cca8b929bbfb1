import { Paperclip } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Attachment } from "@/lib/files/of-document";

/** What is attached to a document, to be downloaded. */
export function AttachmentList({
  attachments,
  filesAt,
  extra,
}: {
  attachments: readonly Attachment[];
  /** The path under which its reader gets files. */
  filesAt: string;
  /** What else can be done with one. */
  extra?: (file: Attachment) => ReactNode;
}) {
  const t = useTranslations("files");
  const locale = useLocale();
  const kilobytes = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: "kilobyte",
    maximumFractionDigits: 0,
  });
  return (
    <ul aria-label={t("title")} className="flex flex-col divide-y divide-border">
      {attachments.map((file) => (
        <li key={file.id} className="flex items-center gap-2.5 py-2 text-sm first:pt-0 last:pb-0">
          <Paperclip aria-hidden className="size-4 shrink-0 text-muted-foreground" />
          <a
            href={`${filesAt}/${file.id}`}
            download
            className="min-w-0 grow truncate rounded-sm font-medium hover:underline"
          >
            <bdi>{file.name}</bdi>
          </a>
          <span className="shrink-0 text-muted-foreground tabular-nums">
            {kilobytes.format(Math.max(1, Math.round(file.size / 1000)))}
          </span>
          {extra?.(file)}
        </li>
      ))}
    </ul>
  );
}
