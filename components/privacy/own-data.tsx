import { useTranslations } from "next-intl";
import type { ExportRow } from "@/lib/privacy/export-queries";
import { ExportTable } from "./export-table";
import { RequestExport } from "./request-export";
import { Section } from "./section";
import type { Action } from "./types";

/** Archives of all that is held on the signed-in person. */
export function OwnData({
  exports,
  locale,
  timeZone,
  request,
  mayDownload,
}: {
  exports: readonly ExportRow[];
  locale: string;
  timeZone: string;
  request: Action;
  mayDownload: Action;
}) {
  const t = useTranslations("privacy.export");
  return (
    <Section
      title={t("ownTitle")}
      description={t("ownDescription")}
      actions={<RequestExport action={request} />}
    >
      <ExportTable
        rows={exports}
        path="/account/export"
        locale={locale}
        timeZone={timeZone}
        mayDownload={mayDownload}
      />
    </Section>
  );
}
