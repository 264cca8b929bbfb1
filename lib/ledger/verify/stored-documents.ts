import type { Owner } from "./difference";
import type { StoredAdjustment, StoredDocument, StoredItem, StoredPosting, StoredTaxRow } from "./stored";

type Head = Omit<StoredDocument, "items" | "adjustments" | "taxes" | "postings">;
type Part<T> = T & { ownerId: string };

/** The next issued documents after an id, whole; empty at the end. */
export async function storedDocuments(
  sql: Owner,
  organizationId: string,
  after: string,
  limit: number,
): Promise<StoredDocument[]> {
  const documents = await sql<Head[]>`
    select id, kind, number, currency, exchange_rate::text as "exchangeRate", prices_include_tax as "pricesIncludeTax",
      subtotal_minor as "subtotalMinor", tax_minor as "taxMinor", total_minor as "totalMinor",
      withheld_minor as "withheldMinor", granted_minor as "grantedMinor"
    from invoices where organization_id = ${organizationId} and lifecycle <> 'draft' and id > ${after}
    order by id limit ${limit}`;
  const ids = documents.map(({ id }) => id);
  const tax = sql`tax_category as "taxCategory", tax_rate_ppm as "taxRatePpm", compound_name as "compoundName",
    compound_ppm as "compoundPpm", withholding_name as "withholdingName", withholding_ppm as "withholdingPpm"`;
  const items = await sql<Part<StoredItem>[]>`
    select invoice_id as "ownerId", position, quantity::text, unit_price::text as "unitPrice", discount_ppm as "discountPpm",
      discount_amount_minor as "discountAmountMinor", ${tax}, gross_minor as "grossMinor", discount_minor as "discountMinor",
      amount_minor as "amountMinor", net_minor as "netMinor"
    from invoice_items where organization_id = ${organizationId} and invoice_id = any (${ids}) order by position`;
  const adjustments = await sql<Part<StoredAdjustment>[]>`
    select invoice_id as "ownerId", position, kind, percent_ppm as "percentPpm", entered_minor as "enteredMinor",
      is_spread as "isSpread", ${tax}, amount_minor as "amountMinor", net_minor as "netMinor"
    from invoice_adjustments where organization_id = ${organizationId} and invoice_id = any (${ids}) order by position, part`;
  const taxes = await sql<Part<StoredTaxRow>[]>`
    select invoice_id as "ownerId", kind, category, name, rate_ppm as "ratePpm", base_minor as "baseMinor", tax_minor as "taxMinor"
    from invoice_taxes where organization_id = ${organizationId} and invoice_id = any (${ids}) order by position`;
  const postings = await sql<Part<StoredPosting>[]>`
    select e.source_id as "ownerId", l.account_code as "accountCode", sum(l.amount_minor)::bigint as "amountMinor",
      sum(l.base_minor)::bigint as "baseMinor"
    from journal_entries e
    join journal_lines l on l.organization_id = e.organization_id and l.entry_id = e.id
    where e.organization_id = ${organizationId} and e.kind in ('invoice.finalized', 'credit_note.finalized')
      and e.source_id = any (${ids})
    group by 1, 2`;
  const parts = {
    items: byOwner(items),
    adjustments: byOwner(adjustments),
    taxes: byOwner(taxes),
    postings: byOwner(postings),
  };
  return documents.map((document) => ({
    ...document,
    items: parts.items(document.id),
    adjustments: parts.adjustments(document.id),
    taxes: parts.taxes(document.id),
    postings: parts.postings(document.id),
  }));
}

function byOwner<T extends { ownerId: string }>(rows: readonly T[]): (id: string) => T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.ownerId);
    if (group) group.push(row);
    else groups.set(row.ownerId, [row]);
  }
  return (id) => groups.get(id) ?? [];
}
