"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo } from "react";
import { type Control, useWatch } from "react-hook-form";
import { InvoiceDocument } from "@/components/documents/invoice-document";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { draftViewOf } from "./draft-view";
import type { EditorClient, EditorSetting } from "./values";

/** The document itself, as it would be printed now. Typing comes first; the paper follows. */
export function PreviewPane({
  control,
  client,
  setting,
}: {
  control: Control<InvoiceForm>;
  client: EditorClient | null;
  setting: EditorSetting;
}) {
  const t = useTranslations("invoices.document");
  const values = useDeferredValue(useWatch({ control }));
  const view = useMemo(
    () =>
      draftViewOf(values, client, setting, (percent, amount) =>
        percent ? t("discountPercent", { percent, amount }) : t("discountAmount", { amount }),
      ),
    [values, client, setting, t],
  );
  return <InvoiceDocument view={view} labels={setting.labels} />;
}
