import { asc, eq } from "drizzle-orm";
import { invoiceAdjustments, invoiceItems, invoices } from "@/db/schema";
import { minorUnits } from "@/lib/core/currencies";
import { decimalPlaces } from "@/lib/core/decimal";
import { allocate, PPM, share, sum, toMajor, toMinor } from "@/lib/core/money";
import { percentToPpm } from "@/lib/core/percent";
import { formatPercent } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { draftOf } from "@/lib/invoices/draft";
import { insertDraft } from "@/lib/invoices/save";
import { InvoiceFields } from "@/lib/invoices/schemas";
import { conflict, invalid, notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { verb } from "@/lib/platform/verb";
import { DepositInput } from "./schemas";
import { type TaxColumns, taxOf } from "./tax-of";

type Taxed = TaxColumns & Pick<typeof invoiceItems.$inferSelect, "taxRateId" | "netMinor">;

function groupBy<T>(rows: readonly T[], key: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()];
}

/**
 * Makes a draft deposit invoice on a quote: so much of its total, spread over its tax rates without losing a cent.
 * Its prices include tax, so that it asks for exactly that. The quote's invoice takes it off later.
 * @throws DomainError conflict `notOpen`; invalid `depositTooLarge`
 */
export const createDeposit = verb("quote.invoice", DepositInput, async (tx, ctx, input) => {
  const { id, newId, kind, value } = input;
  const [quote] = await tx.select().from(invoices).where(eq(invoices.id, id)).for("update");
  if (quote?.kind !== "quote") throw notFound();
  if (quote.lifecycle !== "open" && quote.lifecycle !== "accepted") throw conflict("notOpen");
  if (kind === "amount" && decimalPlaces(value) > minorUnits(quote.currency))
    throw invalid("value", "number");
  if (kind === "percent" && percentToPpm(value) > PPM) throw invalid("value", "depositTooLarge");
  const amountMinor =
    kind === "percent" ? share(quote.totalMinor, percentToPpm(value)) : toMinor(value, quote.currency);
  if (amountMinor === 0n) throw invalid("value", "notPositive");
  if (amountMinor > quote.totalMinor) throw invalid("value", "depositTooLarge");

  const [items, adjustments] = await together([
    tx.select().from(invoiceItems).where(eq(invoiceItems.invoiceId, id)).orderBy(asc(invoiceItems.position)),
    tx
      .select()
      .from(invoiceAdjustments)
      .where(eq(invoiceAdjustments.invoiceId, id))
      .orderBy(asc(invoiceAdjustments.position)),
  ]);
  const taxed: Taxed[] = [
    ...items,
    ...adjustments.map((row) => (row.kind === "charge" ? row : { ...row, netMinor: -row.netMinor })),
  ];
  const taxes = groupBy(taxed, taxOf);
  const weights = taxes.map(weightOf);
  const parts = allocate(amountMinor, weights);
  const t = translator("invoices");
  const number = quote.number ?? "";
  const description =
    kind === "percent"
      ? t("document.depositPercent", {
          percent: formatPercent(percentToPpm(value), quote.locale ?? "en"),
          number,
        })
      : t("document.deposit", { number });
  const form = InvoiceFields.parse({
    clientId: quote.clientId ?? "",
    currency: quote.currency,
    issueDate: "",
    dueDate: "",
    reference: quote.reference ?? "",
    notes: "",
    pricesIncludeTax: true,
    lines: taxes.flatMap((group, index) => {
      const part = parts[index] ?? 0n;
      const taxRateId = group.find((row) => row.taxRateId)?.taxRateId;
      const line = { description, quantity: "1", unit: "", discountKind: "percent", discount: "" };
      return part > 0n
        ? [{ ...line, unitPrice: toMajor(part, quote.currency), taxRateId: taxRateId ?? "" }]
        : [];
    }),
  });
  const made = await insertDraft(
    tx,
    ctx,
    { id: newId, kind: "invoice", quoteId: id, isDeposit: true },
    await draftOf(tx, form),
  );
  if (!made) ctx.unchanged();
  return { id: newId };
});

/** About what lines, discounts and charges of one tax rate come to with tax; deductions weigh nothing. */
function weightOf(taxed: readonly Taxed[]): bigint {
  const [first] = taxed;
  const net = sum(taxed.map(({ netMinor }) => netMinor));
  const ppm = BigInt(PPM + (first?.taxRatePpm ?? 0));
  return net > 0n ? (net * ppm * BigInt(PPM + (first?.compoundPpm ?? 0))) / BigInt(PPM) : 0n;
}
