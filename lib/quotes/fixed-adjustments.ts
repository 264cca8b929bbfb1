import { toMajor } from "@/lib/core/money";
import { formatPercent } from "@/lib/i18n/format";
import type { InvoiceDetail } from "@/lib/invoices/detail";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { taxOf } from "./tax-of";

type Quote = Pick<InvoiceDetail, "invoice" | "items" | "adjustments">;

/**
 * The discounts and charges of a quote as the amounts that were agreed, each at its tax: beside a deposit that is taken
 * off, a percentage would be one of what is left, and a spread amount would fall on other taxes.
 */
export function fixedAdjustments({ invoice, items, adjustments }: Quote): InvoiceForm["adjustments"] {
  const rateOf = new Map(items.map((item) => [taxOf(item), item.taxRateId]));
  const positions = [...new Set(adjustments.map((row) => row.position))];
  return positions.flatMap((position) => {
    const parts = adjustments.filter((row) => row.position === position);
    const [first] = parts;
    if (!first) return [];
    const percent =
      first.percentPpm === null ? "" : ` (${formatPercent(first.percentPpm, invoice.locale ?? "en")})`;
    const fixed = (minor: bigint, taxRateId: string) => ({
      kind: first.kind,
      description: `${first.description}${percent}`,
      valueKind: "amount" as const,
      value: toMajor(minor, invoice.currency),
      taxRateId,
    });
    const rates = parts.map((part) => part.taxRateId ?? rateOf.get(taxOf(part)) ?? "");
    // Without a rate there is no saying which tax: it stays spread.
    if (rates.includes(""))
      return [
        fixed(
          parts.reduce((total, part) => total + part.amountMinor, 0n),
          "",
        ),
      ];
    return parts.map((part, index) => fixed(part.amountMinor, rates[index] ?? ""));
  });
}
