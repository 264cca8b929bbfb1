import type { invoiceItems } from "@/db/schema";

export type TaxColumns = Pick<
  typeof invoiceItems.$inferSelect,
  | "taxCategory"
  | "taxName"
  | "taxRatePpm"
  | "compoundName"
  | "compoundPpm"
  | "withholdingName"
  | "withholdingPpm"
>;

/** The tax of a line, discount or charge as a key: what is spread over the taxes of the lines names no rate of its own. */
export const taxOf = (row: TaxColumns): string =>
  JSON.stringify([
    row.taxCategory,
    row.taxName,
    row.taxRatePpm,
    row.compoundName,
    row.compoundPpm,
    row.withholdingName,
    row.withholdingPpm,
  ]);
