"use client";

import { useRef } from "react";
import type { ActionForm } from "@/components/forms/use-action-form";
import { dueDateOf, isIsoDate } from "@/lib/core/dates";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { type EditorClient, type EditorSetting, termsOf } from "./values";

/** Keeps the due date at the payment terms' distance until somebody sets it by hand. */
export function useTerms(form: ActionForm<InvoiceForm>, client: EditorClient | null, setting: EditorSetting) {
  const { getValues, setValue } = form.form;
  const follows = (issueDate: string, who: EditorClient | null) =>
    isIsoDate(issueDate) ? dueDateOf(issueDate, termsOf(who, setting), setting.paymentTermsDays) : null;
  const touched = useRef<boolean>(undefined);
  touched.current ??=
    Boolean(getValues("dueDate")) && getValues("dueDate") !== follows(getValues("issueDate") ?? "", client);

  const compute = (issueDate: string, who: EditorClient | null) => {
    const dueDate = touched.current ? null : follows(issueDate, who);
    if (dueDate)
      setValue("dueDate", dueDate, { shouldDirty: true, shouldValidate: form.form.formState.isSubmitted });
  };
  return {
    /** The due date was set by hand. */
    touch: () => {
      touched.current = true;
    },
    issueDateIs: (issueDate: string) => compute(issueDate, client),
    /** A client was chosen: its currency and its terms. */
    adopt: (chosen: EditorClient) => {
      setValue("currency", chosen.currency, { shouldDirty: true });
      compute(getValues("issueDate") ?? "", chosen);
    },
  };
}
