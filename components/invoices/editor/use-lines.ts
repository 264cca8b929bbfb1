"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { type FieldPath, useFieldArray } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { toast } from "@/components/ui/toast";
import { type InvoiceForm, MAX_LINES } from "@/lib/invoices/schemas";
import { type EditorSetting, emptyLine } from "./values";

/** The lines of the form, and all that can be done with them by button or keyboard. */
export function useLines(form: ActionForm<InvoiceForm>, setting: EditorSetting) {
  const t = useTranslations("invoices.editor");
  const { control, getValues } = form.form;
  const { fields, append, insert, move, remove } = useFieldArray({ control, name: "lines" });
  const count = useRef(fields.length);
  count.current = fields.length;

  const focus = useCallback(
    (name: FieldPath<InvoiceForm>) => {
      form.ref.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
    },
    [form.ref],
  );
  const add = useCallback(() => {
    if (count.current >= MAX_LINES) {
      toast.warning(t("full", { max: MAX_LINES }));
      return;
    }
    const index = count.current;
    // Drawn at once, so that the very next key goes into the new line.
    flushSync(() => append(emptyLine(setting), { shouldFocus: false }));
    focus(`lines.${index}.description`);
  }, [append, focus, setting, t]);
  const onMove = useCallback(
    (from: number, to: number, field = "description") => {
      if (to < 0 || to >= count.current) return;
      flushSync(() => move(from, to));
      focus(`lines.${to}.${field}` as FieldPath<InvoiceForm>);
    },
    [move, focus],
  );
  const onDuplicate = useCallback(
    (index: number) => {
      if (count.current >= MAX_LINES) return;
      flushSync(() =>
        insert(index + 1, structuredClone(getValues(`lines.${index}`)), { shouldFocus: false }),
      );
      focus(`lines.${index + 1}.description`);
    },
    [insert, getValues, focus],
  );
  const onRemove = useCallback(
    (index: number) => {
      const line = structuredClone(getValues(`lines.${index}`));
      remove(index);
      if (count.current === 1) append(emptyLine(setting), { shouldFocus: false });
      toast(t("removed"), {
        action: { label: t("undo"), onClick: () => insert(index, line, { shouldFocus: false }) },
      });
    },
    [getValues, remove, append, insert, setting, t],
  );

  useEffect(() => {
    const element = form.ref.current;
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (
        !(
          target instanceof HTMLInputElement ||
          target instanceof HTMLTextAreaElement ||
          target instanceof HTMLSelectElement
        )
      )
        return;
      const row = target.closest<HTMLElement>("[data-line]");
      const index = Number(row?.dataset.line);
      if (row && event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
        event.preventDefault();
        onMove(index, event.key === "ArrowUp" ? index - 1 : index + 1, target.name.split(".").at(-1));
      } else if (
        event.key === "Enter" &&
        target instanceof HTMLInputElement &&
        !event.metaKey &&
        !event.ctrlKey
      ) {
        // Enter in a field of the head must not save half an invoice; in a line it goes on to the next one.
        event.preventDefault();
        if (!row) return;
        if (index === count.current - 1) add();
        else focus(`lines.${index + 1}.description`);
      }
    };
    element?.addEventListener("keydown", press);
    return () => element?.removeEventListener("keydown", press);
  }, [form.ref, add, onMove, focus]);

  return { fields, add, onMove, onDuplicate, onRemove };
}
