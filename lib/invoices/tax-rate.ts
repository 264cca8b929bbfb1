import { type Tax, UNTAXED } from "@/lib/core/tax";

/** A tax rate to choose; rates in parts per million. */
export type TaxRate = { id: string; name: string } & Tax;

/** A line without a tax rate is not subject to tax (EN 16931 category O). */
export const NO_TAX = { name: "No tax", ...UNTAXED };
