"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type RefObject, useEffect, useRef, useState, useTransition } from "react";
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
  useForm,
} from "react-hook-form";
import type { z } from "zod";
import type { ActionResult } from "@/lib/web/action";
import { useAwake } from "./use-awake";
import { useProven } from "./use-proven";

/** Marks errors that came from the server, already in words; those of the schema are keys of the `errors` catalog. */
export const fromServer = "server";

export type ActionForm<Values extends FieldValues> = {
  form: UseFormReturn<Values>;
  ref: RefObject<HTMLFormElement | null>;
  submit: (event?: FormEvent) => void;
  /** From the press of the button until the page that follows is there. */
  pending: boolean;
  /** What is wrong with the form as a whole; null for nothing. */
  message: string | null;
};

export type ActionFormOptions<Values extends FieldValues, Data> = {
  /** The verb's own schema. What is sent is what was typed: the server parses it again. */
  schema: z.ZodType<unknown, Values>;
  action: (input: Values) => Promise<ActionResult<Data>>;
  /** Also ids and versions that no field shows. */
  defaultValues?: DefaultValues<Values>;
  /** May navigate; the form stays pending until that is done. */
  onSuccess?: (data: Data, form: UseFormReturn<Values>) => void | Promise<void>;
  /** Gets the focus when the page is ready. */
  autoFocus?: FieldPath<Values>;
};

/**
 * A form over a server action: checks in the browser with the verb's schema, sends once however often it is
 * submitted, puts the server's answer beside the fields, keeps what was typed, and leads to the first wrong field.
 */
export function useActionForm<Values extends FieldValues, Data>({
  schema,
  action,
  defaultValues,
  onSuccess,
  autoFocus,
}: ActionFormOptions<Values, Data>): ActionForm<Values> {
  const t = useTranslations("forms");
  const form = useForm<Values>({
    resolver: zodResolver(schema, undefined, { raw: true }),
    ...(defaultValues ? { defaultValues } : {}),
    shouldFocusError: false,
  });
  const ref = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const [pending, startTransition] = useTransition();
  const [message, setMessage] = useState<string | null>(null);
  const [failure, setFailure] = useState<{ words: readonly string[] }>();

  // After a refusal has been drawn: in the order of the page, whatever kind of control it is.
  useEffect(() => {
    if (!failure) return;
    const wrong = ref.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (wrong) wrong.focus();
    // Nothing on the page is marked (an id, a version): the words must stand somewhere.
    else if (failure.words.length > 0) setMessage(failure.words.join(" "));
  }, [failure]);

  const proven = useProven();
  const awake = useAwake();
  useEffect(() => {
    // Whoever was faster than the page is already where they want to be.
    if (ref.current?.contains(document.activeElement)) return;
    if (awake && autoFocus) form.setFocus(autoFocus);
  }, [awake, autoFocus, form]);

  /** The words of a refusal; null when all went well. */
  const send = async (values: Values): Promise<string[] | null> => {
    const result = await proven(() => action(values));
    if (result.ok) {
      setMessage(null);
      await onSuccess?.(result.data, form);
      return null;
    }
    const fields = Object.entries(result.error.fields);
    for (const [path, text] of fields)
      form.setError(path as FieldPath<Values>, { type: fromServer, message: text });
    setMessage(result.error.message);
    return fields.map(([, text]) => text);
  };

  const attempt = async () => {
    let words: readonly string[] | null = null;
    try {
      await form.handleSubmit(
        async (values) => {
          words = await send(values);
        },
        () => {
          words = [];
          setMessage(null);
        },
      )();
      if (words) setFailure({ words });
    } catch (error) {
      unstable_rethrow(error);
      setMessage(t("unanswered"));
    } finally {
      busy.current = false;
    }
  };

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    // A form in a dialog is inside the form that opened it, for React.
    event?.stopPropagation();
    if (busy.current || pending) return;
    busy.current = true;
    startTransition(attempt);
  };

  return { form, ref, submit, pending, message };
}
