"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { flushSync } from "react-dom";
import { useFieldArray } from "react-hook-form";
import { useFieldError } from "@/components/forms/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { type InvoiceForm, MAX_ADJUSTMENTS } from "@/lib/invoices/schemas";
import { AdjustmentRow } from "./adjustment-row";
import type { EditorSetting } from "./values";

/** Discounts and charges on the whole document. */
export function AdjustmentsList({
  form,
  currency,
  setting,
}: {
  form: ActionForm<InvoiceForm>;
  currency: string;
  setting: EditorSetting;
}) {
  const t = useTranslations("invoices.editor");
  const { fields, append, remove } = useFieldArray({ control: form.form.control, name: "adjustments" });
  const problem = useFieldError(form, "adjustments");
  const buttons = useRef<HTMLDivElement>(null);
  const add = (kind: "discount" | "charge") => {
    const empty = { kind, description: "", valueKind: "percent" as const, value: "", taxRateId: "" };
    // Drawn at once, so that the very next key goes into it.
    flushSync(() => append(empty, { shouldFocus: false }));
    form.ref.current
      ?.querySelector<HTMLElement>(`[name="adjustments.${fields.length}.description"]`)
      ?.focus();
  };
  return (
    <div className="mt-3 border-t border-border pt-3">
      {problem && (
        <Alert tone="danger" className="mb-3">
          {problem}
        </Alert>
      )}
      {fields.length > 0 && (
        <ol className="mb-3 flex flex-col gap-4">
          {fields.map((field, index) => (
            <AdjustmentRow
              key={field.id}
              form={form}
              index={index}
              kind={field.kind}
              currency={currency}
              setting={setting}
              onRemove={() => {
                flushSync(() => remove(index));
                buttons.current?.querySelector("button")?.focus();
              }}
            />
          ))}
        </ol>
      )}
      <div ref={buttons} className="flex flex-wrap gap-2">
        {(["discount", "charge"] as const).map((kind) => (
          <Button
            key={kind}
            variant="ghost"
            size="sm"
            disabled={fields.length >= MAX_ADJUSTMENTS}
            onClick={() => add(kind)}
          >
            <Plus aria-hidden />
            {t(`add.${kind}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
