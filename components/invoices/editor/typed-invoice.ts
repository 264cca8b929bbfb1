import { z } from "zod";
import { InvoiceFields, type InvoiceForm } from "@/lib/invoices/schemas";
import type { ActionResult } from "@/lib/web/action";
import { isBlank } from "./values";

/**
 * The verb's schema for the form while lines that say nothing still stand in it: they are not sent, and so they
 * can't be wrong. Every other line keeps its place, which is where its message belongs.
 */
export const TypedInvoice = z
  .custom<InvoiceForm>()
  .transform((form) => ({
    ...form,
    lines: form.lines.map((line) =>
      isBlank(line) ? { ...line, description: "-", quantity: "1", unitPrice: "0", discount: "" } : line,
    ),
  }))
  .pipe(InvoiceFields);

/** Puts messages about the lines that were sent beside those lines in the form, where blank ones may stand between. */
export function atTypedLines<T>(result: ActionResult<T>, typed: InvoiceForm): ActionResult<T> {
  if (result.ok) return result;
  const places = typed.lines.flatMap((line, index) => (isBlank(line) ? [] : [index]));
  const fields = Object.entries(result.error.fields).map(([path, text]) => [
    path.replace(/^lines\.(\d+)/, (_, sent: string) => `lines.${places[Number(sent)] ?? sent}`),
    text,
  ]);
  return { ok: false, error: { ...result.error, fields: Object.fromEntries(fields) } };
}
