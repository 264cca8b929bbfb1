import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { clients, organizations } from "@/db/schema";
import { decimal } from "@/lib/core/decimal";
import { convert, RATE_PLACES } from "@/lib/core/exchange";
import { MAX_MINOR } from "@/lib/core/money";
import { invalid } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { computeInvoice, loadTaxRates } from "./compute";
import type { InvoiceFields } from "./schemas";

/**
 * What an editor's fields come to: the invoice's own columns, its items, adjustments and tax rows.
 * @throws DomainError invalid, naming the field: a client or tax rate that is gone, impossible amounts
 */
export async function draftOf(tx: Tx, input: z.output<typeof InvoiceFields>) {
  const [rates, client, [organization]] = await together([
    loadTaxRates(tx),
    findClient(tx, input.clientId),
    tx.select({ currency: organizations.currency }).from(organizations),
  ]);
  if (input.clientId && !client) throw invalid("clientId", "clientGone");
  const { totals, ...rows } = computeInvoice(input, rates);
  const { currency, exchangeRate } = input;
  const granted = totals.subtotalMinor + totals.grantedMinor;
  const largest = granted > totals.totalMinor ? granted : totals.totalMinor;
  if (
    exchangeRate &&
    organization &&
    convert(largest, currency, organization.currency, exchangeRate) > MAX_MINOR
  )
    throw invalid("exchangeRate", "amountTooLarge");
  return {
    header: {
      clientId: input.clientId,
      currency,
      exchangeRate: exchangeRate ? decimal(exchangeRate).toFixed(RATE_PLACES) : null,
      pricesIncludeTax: input.pricesIncludeTax,
      issueDate: input.issueDate,
      dueDate: input.dueDate,
      reference: input.reference,
      notes: input.notes,
      keepsCredit: input.keepsCredit,
      subtotalMinor: totals.subtotalMinor,
      taxMinor: totals.taxMinor,
      totalMinor: totals.totalMinor,
      withheldMinor: totals.withheldMinor,
      grantedMinor: totals.grantedMinor,
    },
    ...rows,
  };
}

export type Draft = Awaited<ReturnType<typeof draftOf>>;

async function findClient(tx: Tx, id: string | null) {
  if (!id) return undefined;
  const [client] = await tx.select({ id: clients.id }).from(clients).where(eq(clients.id, id));
  return client;
}
