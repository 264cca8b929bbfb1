import type { InvoiceForm } from "@/lib/invoices/schemas";

/** What was typed into an invoice and not saved. `version` is the one the form was loaded with; null when new. */
export type UnsavedCopy = { id: string; version: number | null; at: string; values: InvoiceForm };

/** What copies that older versions of the product wrote lack. */
const MISSING = { exchangeRate: "", keepsCredit: false, pricesIncludeTax: false, adjustments: [] };

const PREFIX = "counterfoil.unsaved.";
const KEPT_DAYS = 30;

/** The copy of an invoice, if this browser keeps one. */
export function readCopy(id: string): UnsavedCopy | null {
  return parse(storage()?.getItem(PREFIX + id) ?? null);
}

/** The last invoice that was written here and never saved at all. */
export function latestNewCopy(): UnsavedCopy | null {
  const store = storage();
  if (!store) return null;
  const copies = Array.from({ length: store.length }, (_, index) => store.key(index) ?? "")
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => parse(store.getItem(key)))
    .filter((copy) => copy !== null)
    .filter((copy) => copy.version === null);
  return copies.sort((a, b) => b.at.localeCompare(a.at))[0] ?? null;
}

export function writeCopy(copy: UnsavedCopy): void {
  try {
    storage()?.setItem(PREFIX + copy.id, JSON.stringify(copy));
  } catch {
    // A full or forbidden storage must not get in the way of writing.
  }
}

export function dropCopy(id: string): void {
  storage()?.removeItem(PREFIX + id);
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

// Anything may stand there: another version of the product may have written it.
function parse(text: string | null): UnsavedCopy | null {
  if (!text) return null;
  try {
    const copy = JSON.parse(text) as UnsavedCopy;
    const age = Date.now() - Date.parse(copy.at);
    const whole = typeof copy.id === "string" && Array.isArray(copy.values?.lines);
    if (!whole || age >= KEPT_DAYS * 86_400_000) return null;
    return { ...copy, values: { ...MISSING, ...copy.values } };
  } catch {
    return null;
  }
}
