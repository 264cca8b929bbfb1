import { expect } from "@playwright/test";
import postgres from "postgres";
import { server } from "./server";

/** Looks behind the scenes as the database's owner. */
export async function look<Row>(query: string, values: (string | number | null)[] = []): Promise<Row[]> {
  const sql = postgres(server.databaseUrl, { max: 1, onnotice: () => {} });
  try {
    return (await sql.unsafe(query, values)) as unknown as Row[];
  } finally {
    await sql.end();
  }
}

/** A digest of every table, to see whether anything at all has changed. Sessions note when they were last used. */
export async function fingerprint(): Promise<Record<string, string>> {
  const tables = await look<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'sessions'",
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await look<{ digest: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from "${name}" t`,
    );
    digests[name] = row?.digest ?? "";
  }
  return digests;
}

/** Resolves when the worker has nothing left to do, nor to seal. */
export async function untilIdle(): Promise<void> {
  await expect
    .poll(
      () =>
        look(
          `select id::text from graphile_worker._private_jobs where attempts < max_attempts and run_at < now() + interval '1 hour'
           union all select entry_id::text from audit_unsealed`,
        ),
      { timeout: 20_000 },
    )
    .toEqual([]);
}
