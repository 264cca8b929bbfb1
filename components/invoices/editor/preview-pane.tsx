"use client";

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
  const values = useDeferredValue(useWatch({ control }));
  const view = useMemo(() => draftViewOf(values, client, setting), [values, client, setting]);
  return <InvoiceDocument view={view} labels={setting.labels} />;
}
