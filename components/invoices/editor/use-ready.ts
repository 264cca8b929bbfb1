"use client";

import { useTranslations } from "next-intl";
import { type ActionForm, fromServer } from "@/components/forms/use-action-form";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { type EditorSetting, isBlank, needsRate } from "./values";

/**
 * Whether the form could be finalized as far as the browser can tell; what is missing is marked and gets the
 * focus. So that nobody is asked about a number that can't be taken.
 */
export function useReady(
  { form, ref }: ActionForm<InvoiceForm>,
  setting: EditorSetting,
): () => Promise<boolean> {
  const t = useTranslations("errors");
  return async () => {
    let ready = await form.trigger();
    const { clientId, currency, exchangeRate, lines } = form.getValues();
    if (!clientId) {
      form.setError("clientId", { type: fromServer, message: t("required") });
      ready = false;
    }
    if (lines.every(isBlank)) {
      form.setError("lines", { type: fromServer, message: t("noLines") });
      ready = false;
    }
    if (needsRate(setting, currency) && !exchangeRate) {
      form.setError("exchangeRate", { type: fromServer, message: t("rateRequired") });
      ready = false;
    }
    // Once the marks are drawn.
    if (!ready)
      requestAnimationFrame(() => ref.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
    return ready;
  };
}
