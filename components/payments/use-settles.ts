"use client";

import { useEffect, useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { sum, toMajor } from "@/lib/core/money";
import { fillInOrder } from "@/lib/core/settle";
import type { RecordPaymentForm } from "@/lib/payments/schemas";
import type { OpenInvoice } from "@/lib/payments/settling";
import { amountOf } from "./amount-of";

/** The form's rows for the invoices of a currency, with the amounts that were typed already. */
export const settlesOf = (
  invoices: readonly OpenInvoice[],
  currency: string,
  typed: RecordPaymentForm["settles"] = [],
) =>
  invoices
    .filter((invoice) => invoice.currency === currency)
    .map(({ id, owedMinor }) => ({
      invoiceId: id,
      owed: String(owedMinor),
      amount: typed.find((row) => row.invoiceId === id)?.amount ?? "",
    }));

/**
 * What a payment does to its invoices while it is typed: the amount fills the oldest first until a person sets the
 * parts; parts that are set without an amount make it.
 */
export function useSettles(form: ActionForm<RecordPaymentForm>, invoices: readonly OpenInvoice[]) {
  const { control, setValue, getValues, clearErrors } = form.form;
  const [currency, amount, settles] = useWatch({ control, name: ["currency", "amount", "settles"] });
  const [byHand, setByHand] = useState(false);
  const amountTyped = useRef(false);

  // Other balances come only after a conflict: what was typed stays, what was seen is new.
  const first = useRef(invoices);
  useEffect(() => {
    if (first.current === invoices) return;
    first.current = invoices;
    setValue("settles", settlesOf(invoices, getValues("currency"), getValues("settles")));
  }, [invoices, setValue, getValues]);

  const fill = (text: string) => {
    const rows = getValues("settles");
    const code = getValues("currency");
    const parts = fillInOrder(
      amountOf(text, code),
      rows.map((row) => BigInt(row.owed)),
    );
    for (const [index, part] of parts.entries())
      setValue(`settles.${index}.amount`, part > 0n ? toMajor(part, code) : "");
  };
  const partsOf = (rows: RecordPaymentForm["settles"]) =>
    sum(rows.map((row) => amountOf(row.amount, currency)));

  const setPart = (index: number, text: string) => {
    setByHand(true);
    setValue(`settles.${index}.amount`, text, { shouldDirty: true });
    clearErrors(`settles.${index}.amount`);
    const total = partsOf(getValues("settles"));
    if (!amountTyped.current) setValue("amount", total > 0n ? toMajor(total, currency) : "");
  };

  return {
    currency,
    settles,
    byHand,
    /** What the invoices leave of the amount; below zero when they are more. Minor units. */
    restMinor: amountOf(amount, currency) - partsOf(settles),
    typeAmount: (text: string) => {
      amountTyped.current = text.trim() !== "";
      if (!byHand) fill(text);
    },
    setPart,
    toggle: (index: number, on: boolean) => {
      const row = getValues("settles")[index];
      if (!row) return;
      const rest = amountOf(getValues("amount"), currency) - partsOf(getValues("settles"));
      const owed = BigInt(row.owed);
      const part = amountTyped.current && rest > 0n && rest < owed ? rest : owed;
      setPart(index, on ? toMajor(part, currency) : "");
    },
    oldestFirst: () => {
      setByHand(false);
      fill(getValues("amount"));
    },
    changeCurrency: (code: string) => {
      setValue("currency", code);
      setValue("settles", settlesOf(invoices, code));
      setByHand(false);
      fill(getValues("amount"));
    },
  };
}
