import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoices, numberCounters, numberSeries } from "@/db/schema";
import { formatNumber } from "@/lib/core/numbering";
import type { DocumentKind } from "@/lib/core/status";

/**
 * The next number of a series; given back when the transaction rolls back. `date` is the document's ISO date, whose
 * year counts where the series begins again each year. The counter's row is the lock that makes numbers gapless.
 * A number that an earlier pattern has given is passed over, so that none is used twice.
 */
export async function takeNumber(tx: Tx, code: DocumentKind, date: string): Promise<string> {
  for (;;) {
    const { value, pattern } = await count(tx, code, date);
    const number = formatNumber(pattern, value, date);
    const [taken] = await tx.select({ id: invoices.id }).from(invoices).where(eq(invoices.number, number));
    if (!taken) return number;
  }
}

async function count(tx: Tx, code: DocumentKind, date: string): Promise<{ value: number; pattern: string }> {
  const [counted] = await tx.execute<{ value: number; pattern: string }>(sql`
    insert into ${numberCounters} as counter (series, year, next_value)
      select code, case restart when 'yearly' then ${date.slice(0, 4)}::integer else 0 end, 2
      from ${numberSeries} where code = ${code}
    on conflict (organization_id, series, year) do update set next_value = counter.next_value + 1
    returning next_value - 1 as value, (select pattern from ${numberSeries} where code = ${code})`);
  if (!counted) throw new Error(`There is no number series ${code}`);
  return counted;
}
