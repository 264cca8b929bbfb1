import postgres from "postgres";
import { describe, expect, inject, it } from "vitest";
import { TEST_APP_PASSWORD } from "@/tests/database.global";
import { migrate } from "./migrate";

function at(database: string): string {
  const url = new URL(inject("pgAdminUrl"));
  url.pathname = `/${database}`;
  return url.toString();
}

async function emptyDatabase(): Promise<string> {
  const name = `migrate_${crypto.randomUUID().replaceAll("-", "")}`;
  const server = postgres(at("postgres"), { max: 1 });
  await server.unsafe(`create database ${name}`);
  await server.end();
  return at(name);
}

describe("migrations", () => {
  it("run once when six instances start at the same moment, and not again when all is up to date", async () => {
    const ownerUrl = await emptyDatabase();
    const start = () => migrate({ ownerUrl, appPassword: TEST_APP_PASSWORD });
    await Promise.all(Array.from({ length: 6 }, start));
    await start();
    const sql = postgres(ownerUrl, { max: 1 });
    const applied =
      await sql`select hash, count(*)::int as times from drizzle.__drizzle_migrations group by 1`;
    expect(applied.length).toBeGreaterThanOrEqual(4);
    expect(applied.every((row) => row.times === 1)).toBe(true);
    expect(await sql`select 1 from pg_policies where schemaname = 'public'`).not.toHaveLength(0);
    await sql.end();
  });

  it("give back the right to create schemas, which the queue needs only while they run", async () => {
    const ownerUrl = await emptyDatabase();
    await migrate({ ownerUrl, appPassword: TEST_APP_PASSWORD });
    const sql = postgres(ownerUrl, { max: 1 });
    const [row] = await sql`select has_database_privilege('cf_queue', current_database(), 'create') as may`;
    expect(row?.may).toBe(false);
    await sql.end();
  });
});
