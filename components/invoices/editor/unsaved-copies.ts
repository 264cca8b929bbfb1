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
  const copies = allCopies().filter((copy) => copy.version === null);
  return copies.sort((a, b) => b.at.localeCompare(a.at))[0] ?? null;
}

/** How many invoices were written here and not saved. */
export const countCopies = (): number => allCopies().length;

/** Leaves nothing behind for whoever uses this browser next. */
export function dropCopies(): void {
  for (const key of copyKeys()) storage()?.removeItem(key);
}

function copyKeys(): string[] {
  const store = storage();
  return Array.from({ length: store?.length ?? 0 }, (_, index) => store?.key(index) ?? "").filter((key) =>
    key.startsWith(PREFIX),
  );
}

const allCopies = (): UnsavedCopy[] =>
  copyKeys()
    .map((key) => parse(storage()?.getItem(key) ?? null))
    .filter((copy) => copy !== null);

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
