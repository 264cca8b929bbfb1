import type { Period } from "@/lib/core/period";

/** The address of an account's ledger in a period (ISO dates). */
export const ledgerHref = (code: string, { from, to }: Period): string =>
  `/reports/accounts/${encodeURIComponent(code)}?${new URLSearchParams({ from, to })}`;

export const entryHref = (id: string): string => `/reports/journal/${id}`;

/** The year that a date (ISO) lies in. */
export const yearOf = (date: string): Period => ({
  from: `${date.slice(0, 4)}-01-01`,
  to: `${date.slice(0, 4)}-12-31`,
});
