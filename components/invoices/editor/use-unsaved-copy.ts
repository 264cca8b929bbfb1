"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { dropCopy, latestNewCopy, readCopy, type UnsavedCopy, writeCopy } from "./unsaved-copies";
import { withoutBlankLines } from "./values";

const PAUSE_MS = 300;

/**
 * Keeps what is typed in this browser until it is saved, so that a crash or a closed tab loses nothing, and finds
 * what an earlier visit left behind.
 */
export function useUnsavedCopy(form: UseFormReturn<InvoiceForm>, id: string, version: number | null) {
  const saved = useRef<string>(undefined);
  saved.current ??= fingerprint(form.getValues());
  const latest = useRef({ id, version });
  latest.current = { id, version };
  const [dirty, setDirty] = useState(false);
  const [found, setFound] = useState<UnsavedCopy | null>(null);

  useEffect(() => {
    const copy = readCopy(id) ?? (latest.current.version === null ? latestNewCopy() : null);
    if (copy && fingerprint(copy.values) !== saved.current) setFound(copy);
  }, [id]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      timer = undefined;
      const values = form.getValues();
      const isDirty = fingerprint(values) !== saved.current;
      setDirty(isDirty);
      if (isDirty) writeCopy({ ...latest.current, values, at: new Date().toISOString() });
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE_MS);
    };
    const stop = form.subscribe({ formState: { values: true }, callback: soon });
    const leave = (event: BeforeUnloadEvent) => {
      keep();
      if (fingerprint(form.getValues()) !== saved.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", leave);
    window.addEventListener("pagehide", keep);
    return () => {
      // Leaving by a link inside the product unmounts the form without any of the events above.
      if (timer !== undefined) keep();
      stop();
      window.removeEventListener("beforeunload", leave);
      window.removeEventListener("pagehide", keep);
    };
  }, [form]);

  /** These values are stored now; what was typed since is still unsaved. */
  const markSaved = useCallback(
    (values: InvoiceForm) => {
      saved.current = fingerprint(values);
      setFound(null);
      const isDirty = fingerprint(form.getValues()) !== saved.current;
      setDirty(isDirty);
      if (!isDirty) dropCopy(latest.current.id);
    },
    [form],
  );
  const forget = useCallback(() => setFound(null), []);
  return { dirty, found, markSaved, forget };
}

// Field by field: the order of keys is nobody's promise, and a line that says nothing is no change.
function fingerprint(values: InvoiceForm): string {
  const { lines, adjustments = [], ...head } = withoutBlankLines(values);
  const texts = lines.map((line) => [
    line.description,
    line.quantity,
    line.unit,
    line.unitPrice,
    line.discount && line.discountKind,
    line.discount,
    line.taxRateId,
  ]);
  const whole = adjustments.map((one) => [
    one.kind,
    one.description,
    one.valueKind,
    one.value,
    one.taxRateId,
  ]);
  const { clientId, currency, exchangeRate, issueDate, dueDate, reference, notes } = head;
  const facts = [clientId, currency, exchangeRate, issueDate, dueDate, reference, notes];
  return JSON.stringify([facts, head.keepsCredit, head.pricesIncludeTax, texts, whole]);
}
