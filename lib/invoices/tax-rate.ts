import { type Tax, type TaxCategory, UNTAXED } from "@/lib/core/tax";

/** A tax by the name it is printed with; rates in parts per million. */
export type NamedTax = { name: string } & Tax;

/** A tax rate to choose; `exemptionReason` is what the document says instead of the law's usual words. */
export type TaxRate = { id: string; exemptionReason: string | null } & NamedTax;

/** A line without a tax rate is not subject to tax (EN 16931 category O), and the document has nothing to say about it. */
export const NO_TAX: NamedTax = { name: "No tax", ...UNTAXED };

/** A tax rate as its table has it. */
type StoredRate = {
  id: string;
  name: string;
  category: string;
  ratePpm: number;
  compoundName: string | null;
  compoundPpm: number | null;
  withholdingName: string | null;
  withholdingPpm: number | null;
  exemptionReason: string | null;
};

/** A stored tax rate with its taxes. */
export function taxRateOf(row: StoredRate): TaxRate {
  const { id, name, ratePpm, exemptionReason } = row;
  const extras = extrasOf(row);
  return { id, name, category: row.category as TaxCategory, ratePpm, exemptionReason, ...extras };
}

/** The columns in which lines and adjustments keep the tax that they were written with. */
export type TaxColumns = {
  taxName: string;
  taxCategory: TaxCategory;
  taxRatePpm: number;
  compoundName: string | null;
  compoundPpm: number | null;
  withholdingName: string | null;
  withholdingPpm: number | null;
};

/** A tax as its columns. */
export function taxColumnsOf({ name, category, ratePpm, compound, withholding }: NamedTax): TaxColumns {
  return {
    taxName: name,
    taxCategory: category,
    taxRatePpm: ratePpm,
    compoundName: compound?.name ?? null,
    compoundPpm: compound?.ratePpm ?? null,
    withholdingName: withholding?.name ?? null,
    withholdingPpm: withholding?.ratePpm ?? null,
  };
}

/** The tax that some columns keep. */
export function taxOfColumns(row: TaxColumns): NamedTax {
  return { name: row.taxName, category: row.taxCategory, ratePpm: row.taxRatePpm, ...extrasOf(row) };
}

type ExtraColumns = Omit<TaxColumns, "taxName" | "taxCategory" | "taxRatePpm">;

const extrasOf = (row: ExtraColumns): Pick<Tax, "compound" | "withholding"> => ({
  compound: extraOf(row.compoundName, row.compoundPpm),
  withholding: extraOf(row.withholdingName, row.withholdingPpm),
});

const extraOf = (name: string | null, ratePpm: number | null) =>
  name !== null && ratePpm !== null ? { name, ratePpm } : null;
