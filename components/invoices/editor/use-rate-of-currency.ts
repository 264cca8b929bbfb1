"use client";

import { useEffect } from "react";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { InvoiceForm } from "@/lib/invoices/schemas";

/** An exchange rate belongs to its currency: choosing another one empties the field. */
export function useRateOfCurrency({ form }: ActionForm<InvoiceForm>): void {
  const { subscribe, getValues, setValue } = form;
  useEffect(() => {
    let currency = getValues("currency");
    return subscribe({
      formState: { values: true },
      // Without a name the whole form was filled in anew, rate and all.
      callback: ({ name, values }) => {
        if (name === "currency" && values.currency !== currency && values.exchangeRate)
          setValue("exchangeRate", "", { shouldDirty: true });
        currency = values.currency;
      },
    });
  }, [subscribe, getValues, setValue]);
}
