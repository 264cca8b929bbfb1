import type { Sql, TransactionSql } from "postgres";
import { hashedBy, hashWith } from "./keyed-hash";
import type { Keyring } from "./keyring";
import { openWith, sealedBy, sealWith } from "./seal";
import { type SealedColumn, sealedColumns } from "./sealed-columns";

const BATCH = 200;

type Row = { id: string; organization_id: string; sealed: string };

/** Rows whose text, or the hash beside it, is by another key than the current one. */
const isOld = (sql: Sql | TransactionSql, { current }: Keyring, { column, hash }: SealedColumn) => sql`
  ${sql(column)} is not null and not (starts_with(${sql(column)}, ${sealedBy(current)})
    ${hash ? sql`and (${sql(hash)} is null or starts_with(${sql(hash)}, ${hashedBy(current)}))` : sql``})`;

/** How many sealed texts there are that another key than the current one has sealed. */
export async function countOld(sql: Sql, ring: Keyring): Promise<number> {
  let count = 0;
  for (const column of sealedColumns) {
    const [row] = await sql`select count(*)::integer as count from ${sql(column.table)}
      where ${isOld(sql, ring, column)}`;
    count += Number(row?.count ?? 0);
  }
  return count;
}

/**
 * Seals by the current key whatever another key has sealed, and the hashes beside it, as the owner of the tables: beside
 * a running product, some rows at a time, and from where it stopped when it is run again. Returns how many.
 * @throws Error from a row that does not open, with its place; the rows before it are done
 */
export async function reseal(sql: Sql, ring: Keyring, onStep: (done: number) => void): Promise<number> {
  let done = 0;
  for (const column of sealedColumns)
    for (;;) {
      const count = await resealSome(sql, ring, column);
      if (count === 0) break;
      done += count;
      onStep(done);
    }
  return done;
}

async function resealSome(sql: Sql, ring: Keyring, place: SealedColumn): Promise<number> {
  const { table, column, key, tenant } = place;
  return sql.begin(async (tx) => {
    const rows = await tx<Row[]>`
      select ${tx(key)} as id, ${tx(tenant)} as organization_id, ${tx(column)} as sealed from ${tx(table)}
      where ${isOld(tx, ring, place)} order by ${tx(tenant)}, ${tx(key)} limit ${BATCH} for update`;
    for (const { id, organization_id: organizationId, sealed } of rows) {
      const text = openWith(ring, sealed, { table, column, id, organizationId });
      const again = sealedValues(ring, place, { id, organizationId }, text);
      await tx`update ${tx(table)} set ${tx(again)} where ${tx(tenant)} = ${organizationId} and ${tx(key)} = ${id}`;
    }
    return rows.length;
  });
}

/** What a row holds for a text: sealed by the current key, and the hash where it is found by one. */
export function sealedValues(
  ring: Keyring,
  { table, column, hash }: SealedColumn,
  { id, organizationId }: { id: string; organizationId: string },
  text: string,
): Record<string, string | null> {
  const sealed = { [column]: sealWith(ring, text, { table, column, id, organizationId }) };
  return hash ? { ...sealed, [hash]: hashWith(ring, text, { table, column: hash, organizationId }) } : sealed;
}
