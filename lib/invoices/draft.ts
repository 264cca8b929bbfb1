import { asc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { clients, invoiceItems, type invoices } from "@/db/schema";
import { decimal } from "@/lib/core/decimal";
import { RATE_PLACES } from "@/lib/core/exchange";
import { invalid } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { computeInvoice, loadTaxRates } from "./compute";
import type { InvoiceLine, SaveInvoiceInput } from "./schemas";

type Computed = ReturnType<typeof computeInvoice>;
type Fields = Pick<
  z.output<typeof SaveInvoiceInput>,
  | "clientId"
  | "currency"
  | "exchangeRate"
  | "keepsCredit"
  | "issueDate"
  | "dueDate"
  | "reference"
  | "notes"
  | "lines"
>;

/**
 * What an editor's fields come to: the invoice's own columns, its items and its tax rows.
 * @throws DomainError invalid, naming the field: a client or tax rate that is gone, impossible amounts
 */
export async function draftOf(tx: Tx, input: Fields) {
  const [rates, client] = await together([loadTaxRates(tx), findClient(tx, input.clientId ?? null)]);
  if (input.clientId && !client) throw invalid("clientId", "clientGone");
  const computed = computeInvoice(input.lines, input.currency, rates);
  return {
    header: {
      clientId: input.clientId ?? null,
      currency: input.currency,
      exchangeRate: input.exchangeRate ? decimal(input.exchangeRate).toFixed(RATE_PLACES) : null,
      issueDate: input.issueDate ?? null,
      dueDate: input.dueDate ?? null,
      reference: input.reference,
      notes: input.notes,
      keepsCredit: input.keepsCredit,
      subtotalMinor: computed.totals.subtotalMinor,
      taxMinor: computed.totals.taxMinor,
      totalMinor: computed.totals.totalMinor,
    },
    items: itemsOf(input.lines, computed),
    taxes: taxRowsOf(computed),
  };
}

export type Draft = Awaited<ReturnType<typeof draftOf>>;

async function findClient(tx: Tx, id: string | null) {
  if (!id) return undefined;
  const [client] = await tx.select({ id: clients.id }).from(clients).where(eq(clients.id, id));
  return client;
}

function itemsOf(lines: readonly InvoiceLine[], { totals, taxes, inputs }: Computed) {
  return lines.map((line, index) => {
    const tax = taxes[index];
    const sums = totals.lines[index];
    const discount = inputs[index]?.discount ?? null;
    if (!tax || !sums) throw new Error("Totals and lines are of different lengths");
    return {
      position: index + 1,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPrice,
      discountPpm: discount?.kind === "percent" ? discount.ppm : null,
      discountAmountMinor: discount?.kind === "amount" ? discount.minor : null,
      taxRateId: line.taxRateId,
      deductsInvoiceId: line.deductsInvoiceId,
      taxName: tax.name,
      taxCategory: tax.category,
      taxRatePpm: tax.ratePpm,
      ...sums,
    };
  });
}

function taxRowsOf({ totals, taxes }: Computed) {
  const nameOf = (row: { category: string; ratePpm: number }) =>
    taxes.find((tax) => tax.category === row.category && tax.ratePpm === row.ratePpm)?.name ?? "";
  return totals.taxes.map((row, index) => ({
    ...row,
    kind: "vat" as const,
    position: index + 1,
    name: nameOf(row),
  }));
}

/** Whether what is stored is this very draft: the same form sent twice, or a save without a change. */
export async function isStored(tx: Tx, row: typeof invoices.$inferSelect, draft: Draft): Promise<boolean> {
  const { header } = draft;
  // An issued invoice has the rate that it was issued at, also when none was entered.
  const rate = header.exchangeRate ?? (row.lifecycle === "draft" ? null : row.exchangeRate);
  const same = { ...header, exchangeRate: rate };
  if ((Object.keys(same) as (keyof typeof same)[]).some((key) => row[key] !== same[key])) return false;
  const items = await tx
    .select()
    .from(invoiceItems)
    .where(eq(invoiceItems.invoiceId, row.id))
    .orderBy(asc(invoiceItems.position));
  return (
    items.length === draft.items.length &&
    items.every((item, index) => fingerprint(item) === fingerprint(draft.items[index]))
  );
}

// "2", "2.0" and the database's "2.000000" are the same number.
const fingerprint = (item: Draft["items"][number] | undefined) =>
  item &&
  JSON.stringify([
    item.description,
    decimal(item.quantity).toFixed(6),
    item.unit,
    decimal(item.unitPrice).toFixed(6),
    item.discountPpm,
    item.discountAmountMinor?.toString() ?? null,
    item.taxRateId,
    item.deductsInvoiceId,
    item.taxName,
    item.taxRatePpm,
  ]);
