import type { FocusEvent } from "react";

/**
 * Reads "12,5" as people write it where the comma is the decimal sign. A comma before three digits could also
 * part thousands, and is left for the schema to ask about.
 */
export function plainDecimal(text: string): string {
  const trimmed = text.trim();
  return /^-?\d+,(\d{1,2}|\d{4,6})$/.test(trimmed) ? trimmed.replace(",", ".") : trimmed;
}

type Registered = { name: string; onBlur: (event: FocusEvent<HTMLInputElement>) => unknown };

/** What a registered number field adds: on leaving, its text becomes plain. */
export function tidyOnBlur<Field extends Registered>(
  field: Field,
  set: (name: Field["name"], value: string) => void,
): Field {
  return {
    ...field,
    onBlur: (event: FocusEvent<HTMLInputElement>) => {
      const plain = plainDecimal(event.target.value);
      if (plain !== event.target.value) set(field.name, plain);
      return field.onBlur(event);
    },
  };
}
