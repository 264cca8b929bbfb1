import type { Sql } from "postgres";
import { env } from "./env";
import type { Keyring } from "./keyring";
import { sealedValues } from "./reseal";
import { sealedColumns } from "./sealed-columns";

const BATCH = 200;

type Staged = { table_name: string; organization_id: string; id: string; texts: Record<string, string> };

/**
 * Seals the texts that a migration has set aside in cf.to_seal, as the owner of the tables: some rows at a time, and from
 * where it stopped when it is run again. Then the tables are written anew, since what was dropped is still in their pages.
 * Keys are asked for when there is something to seal.
 * @throws Error for a text whose column is not listed in sealed-columns; the batches before it are done
 */
export async function sealStaged(
  sql: Sql,
  onStep: (done: number) => void = () => {},
  keyring: () => Keyring = () => env().SEALING_KEYS,
): Promise<void> {
  const [stage] = await sql`select to_regclass('cf.to_seal') is not null as there`;
  if (!stage?.there) return;
  let done = 0;
  for (;;) {
    const count = await sealSome(sql, keyring);
    if (count === 0) break;
    done += count;
    onStep(done);
  }
  for (const table of new Set(sealedColumns.map((one) => one.table))) await sql`vacuum full ${sql(table)}`;
  await sql`drop table cf.to_seal`;
}

async function sealSome(sql: Sql, keyring: () => Keyring): Promise<number> {
  return sql.begin(async (tx) => {
    const rows = await tx<Staged[]>`select * from cf.to_seal
      order by table_name, organization_id, id limit ${BATCH} for update`;
    for (const row of rows) {
      const { table_name: table, organization_id: organizationId, id } = row;
      const tenant = columnsOf(table)[0]?.tenant ?? "organization_id";
      await tx`update ${tx(table)} set ${tx(valuesOf(keyring(), row))}
        where ${tx(tenant)} = ${organizationId} and id = ${id}`;
      await tx`delete from cf.to_seal
        where table_name = ${table} and organization_id = ${organizationId} and id = ${id}`;
    }
    return rows.length;
  });
}

const columnsOf = (table: string) => sealedColumns.filter((one) => one.table === table);

/** What a row's columns hold once its staged texts are sealed. */
function valuesOf(ring: Keyring, { table_name, organization_id: organizationId, id, texts }: Staged) {
  const values = Object.entries(texts).map(([column, text]) => {
    const place = columnsOf(table_name).find((one) => one.column === column);
    if (!place) throw new Error(`${table_name}.${column} is not listed among the sealed columns`);
    return sealedValues(ring, place, { id, organizationId }, text);
  });
  return Object.assign({}, ...values) as Record<string, string | null>;
}
