import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { sealStaged } from "@/lib/platform/seal-staged";
import { TEST_APP_PASSWORD } from "@/tests/database.global";
import { alone, emptyDatabase, migrateUpTo } from "@/tests/old-database";
import { migrate } from "./migrate";

describe("migrations", () => {
  it("run once when six instances start at the same moment, and not again when all is up to date", async () => {
    const ownerUrl = await emptyDatabase();
    const start = () => migrate({ ownerUrl, appPassword: TEST_APP_PASSWORD, sealStaged });
    await alone(() => Promise.all(Array.from({ length: 6 }, start)));
    await alone(start);
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
    await alone(() => migrate({ ownerUrl, appPassword: TEST_APP_PASSWORD, sealStaged }));
    const sql = postgres(ownerUrl, { max: 1 });
    const [row] = await sql`select has_database_privilege('cf_queue', current_database(), 'create') as may`;
    expect(row?.may).toBe(false);
    await sql.end();
  });

  it("take sign-ins of before along, those that are over as well; everybody signs in once more", async () => {
    const ownerUrl = await emptyDatabase();
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    await migrateUpTo(sql, "0012_lines_know_their_date");
    const [organization, user] = [crypto.randomUUID(), crypto.randomUUID()];
    await sql`insert into organizations (id, name, country, currency) values (${organization}, 'A', 'DE', 'EUR')`;
    await sql`insert into users (id, email, name, password_hash) values (${user}, 'a@example.com', 'A', 'none')`;
    await sql`insert into memberships (organization_id, user_id, role) values (${organization}, ${user}, 'admin')`;
    for (const age of ["30 days", "1 hour"])
      await sql`insert into sessions (id, organization_id, user_id, created_at, expires_at) values
        (gen_random_uuid(), ${organization}, ${user}, now() - ${age}::interval, now() - ${age}::interval + interval '7 days')`;
    await alone(() => migrate({ ownerUrl, appPassword: TEST_APP_PASSWORD, sealStaged }));
    const rows = await sql`select idle_until <= now() as over from sessions`;
    expect(rows.map(({ over }) => over)).toEqual([true, true]);
    expect(await sql`select 1 from users where pepper_version is null`).toHaveLength(1);
    await sql.end();
  });
});
