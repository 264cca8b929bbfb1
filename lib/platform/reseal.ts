import type { Sql } from "postgres";
import type { Keyring } from "./keyring";
import { openWith, sealedBy, sealWith } from "./seal";
import { sealedColumns } from "./sealed-columns";

const BATCH = 200;

type Column = (typeof sealedColumns)[number];
type Row = { id: string; organization_id: string; sealed: string };

/** How many sealed texts there are that another key than the current one has sealed. */
export async function countOld(sql: Sql, ring: Keyring): Promise<number> {
  let count = 0;
  for (const { table, column } of sealedColumns) {
    const [row] = await sql`select count(*)::integer as count from ${sql(table)}
      where ${sql(column)} is not null and not starts_with(${sql(column)}, ${sealedBy(ring.current)})`;
    count += Number(row?.count ?? 0);
  }
  return count;
}

/**
 * Seals by the current key whatever another key has sealed, as the owner of the tables: beside a running product, some
 * rows at a time, and from where it stopped when it is run again. Returns how many.
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

async function resealSome(sql: Sql, ring: Keyring, { table, column, key }: Column): Promise<number> {
  return sql.begin(async (tx) => {
    const rows = await tx<
      Row[]
    >`select ${tx(key)} as id, organization_id, ${tx(column)} as sealed from ${tx(table)}
      where ${tx(column)} is not null and not starts_with(${tx(column)}, ${sealedBy(ring.current)})
      order by organization_id, ${tx(key)} limit ${BATCH} for update`;
    for (const { id, organization_id: organizationId, sealed } of rows) {
      const place = { table, column, id, organizationId };
      const again = sealWith(ring, openWith(ring, sealed, place), place);
      await tx`update ${tx(table)} set ${tx(column)} = ${again}
        where organization_id = ${organizationId} and ${tx(key)} = ${id}`;
    }
    return rows.length;
  });
}
