"use client";

import type { FieldPath, FieldValues } from "react-hook-form";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import type { FormFieldProps } from "@/components/ui/form-field";
import { ControlledField } from "./field";
import type { ActionForm } from "./use-action-form";

/** A required choice of one of many, found by typing a part of it. */
export function ChoiceField<Values extends FieldValues>({
  options,
  placeholder,
  onSearch,
  ...props
}: Omit<FormFieldProps, "error" | "children"> & {
  form: ActionForm<Values>;
  name: FieldPath<Values>;
  options: readonly ComboboxOption[];
  placeholder?: string;
  /** When the server searches: told each query. */
  onSearch?: (query: string) => void;
}) {
  return (
    <ControlledField {...props} required>
      {(field, control) => (
        <Combobox
          {...field}
          value={String(control.value ?? "") || null}
          onValueChange={control.onChange}
          options={options}
          {...(placeholder ? { placeholder } : {})}
          {...(onSearch ? { onSearch } : {})}
        />
      )}
    </ControlledField>
  );
}
