import type { TaxCategory } from "@/lib/core/tax";

/** A tax rate to choose; `ratePpm` in parts per million. */
export type TaxRate = { id: string; name: string; category: TaxCategory; ratePpm: number };

/** A line without a tax rate is not subject to tax (EN 16931 category O). */
export const NO_TAX = { name: "No tax", category: "O" as const, ratePpm: 0 };
