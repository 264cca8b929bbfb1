import type { Sql } from "postgres";
import { sealAudit } from "@/lib/audit/seal";
import { createClient } from "@/lib/clients/create";
import { newId } from "@/lib/platform/ids";
import { organizationFixture } from "@/tests/fixtures";
import { startSealer } from "@/worker/sealer";
import { perSecond } from "./measure";

const ROUNDS = 3;

/** What each way of chaining does to the database before it is measured. */
const WAYS = {
  "not chained at all":
    "alter table audit_log disable trigger waits; alter table audit_log disable trigger bench_links",
  "sealed afterwards, as it is":
    "alter table audit_log enable trigger waits; alter table audit_log disable trigger bench_links",
  "linked in the transaction itself":
    "alter table audit_log disable trigger waits; alter table audit_log enable trigger bench_links",
};

/** The rejected way: the chain's end is a row that every transaction of the organization locks until it commits. */
const LINKS = `
  create table bench_ends (organization_id uuid primary key, seq bigint not null, hash bytea not null);
  create function bench_link() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare own bytea := cf.audit_entry_hash(new); place bigint; link bytea;
  begin
    insert into bench_ends values (new.organization_id, 1, own)
      on conflict (organization_id) do update set seq = bench_ends.seq + 1,
        hash = sha256(bench_ends.hash || int8send(bench_ends.seq + 1) || own)
      returning seq, hash into place, link;
    insert into audit_chain (organization_id, seq, entry_id, entry_hash, hash) values (new.organization_id, place, new.id, own, link);
    return null;
  end $$;
  create trigger bench_links after insert on audit_log for each row execute function bench_link();
  alter table audit_log disable trigger bench_links`;

/** How many clients one organization adds per second, `width` at a time, by each way; and how many entries are sealed per second. */
export async function auditWays(sql: Sql, seconds: number, width: number) {
  await sql.unsafe(LINKS);
  const rates = new Map<string, number>(Object.keys(WAYS).map((way) => [way, 0]));
  const stopSealing = startSealer();
  // In turns, so that all meet the same noise; each in an organization of its own, whose chain nothing else has touched.
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [way, setup] of Object.entries(WAYS)) {
      await sql.unsafe(setup);
      const { accountant } = await organizationFixture();
      const one = () => createClient(accountant, { id: newId(), name: "Bench", currency: "EUR" });
      await perSecond(0.3, width, one);
      rates.set(way, (rates.get(way) ?? 0) + (await perSecond(seconds / ROUNDS, width, one)) / ROUNDS);
    }
  stopSealing();
  await sql.unsafe(WAYS["sealed afterwards, as it is"]);
  await sealAudit();
  const sealed = await sealSpeed(sql);
  await sql.unsafe("drop trigger bench_links on audit_log; drop function bench_link; drop table bench_ends");
  return { rates, sealed };
}

async function sealSpeed(sql: Sql): Promise<number> {
  const { organizationId } = await organizationFixture();
  await sql`
    insert into audit_log (organization_id, id, action, subject_type, subject_id, actor_kind, after)
    select ${organizationId}, gen_random_uuid(), 'bench.fill', 'client', gen_random_uuid(), 'user', '{"name": "Bench", "on": true}'
    from generate_series(1, 20000)`;
  const start = performance.now();
  const count = await sealAudit();
  return count / ((performance.now() - start) / 1000);
}
