"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  type ControllerRenderProps,
  type FieldError,
  type FieldPath,
  type FieldValues,
  get,
  type UseFormRegisterReturn,
  useController,
  useFormState,
} from "react-hook-form";
import { type FieldControlProps, FormField, type FormFieldProps } from "@/components/ui/form-field";
import { problemText } from "@/lib/i18n/problem-text";
import { type ActionForm, fromServer } from "./use-action-form";

type Base<Values extends FieldValues> = Omit<FormFieldProps, "error" | "children"> & {
  form: ActionForm<Values>;
  name: FieldPath<Values>;
};

/** The message of one field in words; undefined while it is fine. Redraws only for that field. */
export function useFieldError<Values extends FieldValues>(
  { form }: ActionForm<Values>,
  name: FieldPath<Values>,
): string | undefined {
  const t = useTranslations("errors");
  const state = useFormState({ control: form.control, name });
  const error: FieldError | undefined = get(state.errors, name);
  if (!error?.message) return undefined;
  if (error.type === fromServer) return error.message;
  return problemText(t, error.message);
}

/** A field of the platform's own kind: `{(field) => <Input {...field} type="email" />}`. */
export function Field<Values extends FieldValues>({
  form,
  name,
  children,
  ...props
}: Base<Values> & { children: (field: FieldControlProps & UseFormRegisterReturn) => ReactNode }) {
  const error = useFieldError(form, name);
  return (
    <FormField {...props} error={error}>
      {(field) => children({ ...field, ...form.form.register(name) })}
    </FormField>
  );
}

/** A field with a value of its own (combobox, money): `{(field, { value, onChange }) => <Combobox … />}`. */
export function ControlledField<Values extends FieldValues>({
  form,
  name,
  children,
  ...props
}: Base<Values> & {
  children: (field: FieldControlProps, control: ControllerRenderProps<Values>) => ReactNode;
}) {
  const error = useFieldError(form, name);
  const { field: control } = useController({ control: form.form.control, name });
  return (
    <FormField {...props} error={error}>
      {(field) => children(field, control as ControllerRenderProps<Values>)}
    </FormField>
  );
}
