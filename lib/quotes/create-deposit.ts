import { asc, eq } from "drizzle-orm";
import { invoiceItems, invoices } from "@/db/schema";
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
import { verb } from "@/lib/platform/verb";
import { DepositInput } from "./schemas";

type Item = typeof invoiceItems.$inferSelect;

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

  const items = await tx
    .select()
    .from(invoiceItems)
    .where(eq(invoiceItems.invoiceId, id))
    .orderBy(asc(invoiceItems.position));
  const rates = [...new Set(items.map((item) => item.taxRateId))];
  const weights = rates.map((rate) => weightOf(items.filter((item) => item.taxRateId === rate)));
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
    lines: rates.flatMap((taxRateId, index) => {
      const part = parts[index] ?? 0n;
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

/** About what items of one tax rate come to with tax; deductions weigh nothing. */
function weightOf(items: readonly Item[]): bigint {
  const [first] = items;
  const net = sum(items.map((item) => item.netMinor));
  const ppm = BigInt(PPM + (first?.taxRatePpm ?? 0));
  return net > 0n ? (net * ppm * BigInt(PPM + (first?.compoundPpm ?? 0))) / BigInt(PPM) : 0n;
}
