"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { UnsavedCopy } from "./unsaved-copies";

/** Offers what an earlier visit typed and did not save. */
export function UnsavedNotice({
  copy,
  id,
  version,
  onRestore,
  onDiscard,
}: {
  copy: UnsavedCopy;
  /** The invoice being edited; a copy of another one is a new invoice that was never saved. */
  id: string;
  version: number | null;
  onRestore: () => void;
  onDiscard: () => void;
}) {
  const t = useTranslations("invoices.editor.unsaved");
  const format = useFormatter();
  const now = useNow();
  return (
    <Alert
      tone="warning"
      title={copy.id === id ? t("title") : t("titleNew")}
      actions={
        <>
          <Button size="sm" variant="primary" onClick={onRestore}>
            {t("restore")}
          </Button>
          <Button size="sm" onClick={onDiscard}>
            {t("discard")}
          </Button>
        </>
      }
      className="max-sm:flex-wrap"
    >
      {t("text", { when: format.relativeTime(new Date(copy.at), now) })}{" "}
      {copy.id === id && copy.version !== version && t("older")}
    </Alert>
  );
}
