import type { Tx } from "@/db/client";
import { taxRates } from "@/db/schema";
import { MAX_MINOR, sum } from "@/lib/core/money";
import { vatKey } from "@/lib/core/tax";
import type { InvoiceTotals } from "@/lib/core/totals";
import { invalid } from "@/lib/platform/errors";
import { legalText } from "./legal-text";
import { type AdjustmentRow, type CalculatedFields, type DocumentRows, type ItemRow, rowsOf } from "./rows";
import { type TaxRate, taxRateOf } from "./tax-rate";

/** The organization's tax rates by id. */
export async function loadTaxRates(tx: Tx): Promise<Map<string, TaxRate>> {
  const rows = await tx.select().from(taxRates);
  return new Map(rows.map((row) => [row.id, taxRateOf(row)]));
}

/**
 * The sums and rows of what an editor holds.
 * @throws DomainError invalid, naming the field: unknown tax rate, discount over the line or over what bears its tax,
 * a total below zero or too large
 */
export function computeInvoice(fields: CalculatedFields, rates: ReadonlyMap<string, TaxRate>): DocumentRows {
  for (const list of ["lines", "adjustments"] as const)
    fields[list].forEach(({ taxRateId }, index) => {
      if (taxRateId && !rates.has(taxRateId)) throw invalid(`${list}.${index}.taxRateId`, "taxRateGone");
    });
  const rows = rowsOf(fields, rates, legalText);
  refuseLines(rows.totals);
  refuseDiscounts(rows);
  refuseTotals(rows.totals);
  return rows;
}

const isTooLarge = (minor: bigint) => minor > MAX_MINOR || minor < -MAX_MINOR;

function refuseLines({ lines }: InvoiceTotals): void {
  lines.forEach(({ grossMinor, discountMinor }, index) => {
    if (discountMinor !== 0n && (grossMinor < 0n ? discountMinor > 0n : discountMinor > grossMinor))
      throw invalid(`lines.${index}.discount`, "discountOverLine");
    if (isTooLarge(grossMinor)) throw invalid(`lines.${index}.unitPrice`, "amountTooLarge");
  });
}

/** No discount may take more than there is to tax of its category and rate: lines and charges, less what others take. */
function refuseDiscounts({ items, adjustments }: DocumentRows): void {
  const left = new Map<string, bigint>();
  const add = (row: ItemRow | AdjustmentRow, minor: bigint) => {
    const key = vatKey({ category: row.taxCategory, ratePpm: row.taxRatePpm });
    left.set(key, (left.get(key) ?? 0n) + minor);
    return left.get(key) ?? 0n;
  };
  for (const item of items) add(item, item.amountMinor);
  for (const row of adjustments) if (row.kind === "charge") add(row, row.amountMinor);
  for (const row of adjustments)
    if (row.kind === "discount" && add(row, -row.amountMinor) < 0n && row.amountMinor > 0n)
      throw invalid(`adjustments.${row.position - 1}.value`, "discountOverBase");
}

function refuseTotals(totals: InvoiceTotals): void {
  const sizes = totals.lines.map(({ grossMinor }) => (grossMinor < 0n ? -grossMinor : grossMinor));
  if (isTooLarge(sum(sizes)) || isTooLarge(totals.totalMinor)) throw invalid("lines", "amountTooLarge");
  totals.adjustments.forEach(({ amountMinor }, index) => {
    if (isTooLarge(amountMinor)) throw invalid(`adjustments.${index}.value`, "amountTooLarge");
  });
  if (totals.totalMinor < 0n || totals.payableMinor < 0n) throw invalid("lines", "totalNegative");
  if (totals.withheldMinor < 0n) throw invalid("lines", "withheldNegative");
}
