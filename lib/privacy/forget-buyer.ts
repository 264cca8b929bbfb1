import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, invoices, type OpenParty, organizations } from "@/db/schema";
import { erasedClientName } from "./pseudonym";

/**
 * Takes the buyer off issued documents of erased clients that no law has kept any longer; the trigger on invoices refuses
 * any other. The country stays, which the document's tax follows from. Returns how many.
 */
export async function forgetBuyers(tx: Tx, _before: Date, most: number): Promise<number> {
  const due = await tx.execute<{ id: string; client_id: string; country: string | null }>(sql`
    select i.id, i.client_id, i.buyer ->> 'country' as country from ${invoices} i
      join ${clients} c on c.organization_id = i.organization_id and c.id = i.client_id and c.erased_at is not null
      join ${organizations} o on o.id = i.organization_id
    where i.lifecycle <> 'draft' and i.buyer ->> 'name' <> c.name
      and (now() at time zone o.time_zone)::date > cf.retained_until(i.issue_date, o.country, o.retention_years)
    order by i.id limit ${most} for update of i skip locked`);
  for (const { id, client_id: clientId, country } of due) {
    const buyer: OpenParty = { name: erasedClientName(clientId), email: null, country };
    await tx.execute(
      sql`update ${invoices} set buyer = ${JSON.stringify(buyer)}::jsonb, buyer_sealed = null where id = ${id}`,
    );
  }
  return due.length;
}
