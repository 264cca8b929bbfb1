import type { Tx } from "@/db/client";
import { taxRates } from "@/db/schema";
import type { LineInput } from "@/lib/core/lines";
import { MAX_MINOR } from "@/lib/core/money";
import { type TaxCategory, UNTAXED } from "@/lib/core/tax";
import { type InvoiceTotals, invoiceTotals } from "@/lib/core/totals";
import { DomainError } from "@/lib/platform/errors";
import { discountOf, type InvoiceLine } from "./schemas";
import { NO_TAX, type TaxRate } from "./tax-rate";

/** The organization's tax rates by id. */
export async function loadTaxRates(tx: Tx): Promise<Map<string, TaxRate>> {
  const rows = await tx.select().from(taxRates);
  return new Map(rows.map((row) => [row.id, { ...UNTAXED, ...row, category: row.category as TaxCategory }]));
}

/**
 * The totals of what an editor holds, with each line's tax.
 * @throws DomainError invalid, naming the line: unknown tax rate, discount over the line, total below zero or too large
 */
export function computeInvoice(lines: readonly InvoiceLine[], currency: string, rates: Map<string, TaxRate>) {
  const taxes = lines.map((line, index) => {
    const rate = line.taxRateId ? rates.get(line.taxRateId) : NO_TAX;
    if (!rate) throw wrong(`lines.${index}.taxRateId`, "taxRateGone");
    return rate;
  });
  const inputs: LineInput[] = lines.map((line, index) => ({
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    discount: discountOf(line, currency),
    tax: taxes[index] ?? NO_TAX,
  }));
  const totals = invoiceTotals({ currency, pricesIncludeTax: false, lines: inputs, adjustments: [] });
  refuseImpossible(totals);
  return { totals, taxes, inputs };
}

function refuseImpossible(totals: InvoiceTotals): void {
  totals.lines.forEach((line, index) => {
    if (
      line.discountMinor !== 0n &&
      (line.grossMinor < 0n ? line.discountMinor > 0n : line.discountMinor > line.grossMinor)
    )
      throw wrong(`lines.${index}.discount`, "discountOverLine");
    if (line.grossMinor > MAX_MINOR || line.grossMinor < -MAX_MINOR)
      throw wrong(`lines.${index}.unitPrice`, "amountTooLarge");
  });
  if (totals.totalMinor < 0n) throw wrong("lines", "totalNegative");
  if (totals.totalMinor > MAX_MINOR) throw wrong("lines", "amountTooLarge");
}

const wrong = (field: string, key: string) => new DomainError("invalid", "checkFields", { [field]: key });
