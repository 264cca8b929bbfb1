import fc from "fast-check";
import type { TransactionSql } from "postgres";
import { auditColumns } from "@/lib/audit/chain";

/** How a superuser could change each column of an audit entry, as little as possible. */
const CHANGES: Record<(typeof auditColumns)[number], string> = {
  organization_id: "gen_random_uuid()",
  id: "overlay(id::text placing 'f' from 20)::uuid",
  action: "action || ' '",
  subject_type: "upper(subject_type)",
  subject_id: "gen_random_uuid()",
  actor_kind: "actor_kind || 's'",
  actor_id: "case when actor_id is null then gen_random_uuid() end",
  before: `coalesce(before, '{}') || '{"n": 1.0}'`,
  after: `coalesce(after, '{}') - 'name' || '{"n": 1}'`,
  request_id: "coalesce(request_id, '') || '0'",
  ip: "coalesce(ip || '0', '')",
  created_at: "created_at + interval '1 millisecond'",
};

const place = fc.nat(10_000);

/** What somebody does to the log behind everybody's back; `at` and `other` choose the entries. */
export const anyEdit = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("change" as const),
      at: place,
      column: fc.constantFrom(...auditColumns),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("delete" as const, "cut out" as const, "close the gap" as const),
      at: place,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom("insert" as const, "insert and link" as const), at: place }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("swap entries" as const, "swap links" as const),
      at: place,
      by: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("forge all" as const), at: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cut off" as const), at: place }) },
);
export type Edit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never;

export type Sealed = { seq: number; id: string };

/** Does it, with triggers and keys off; returns the places in the chain of which at least one has to be named. */
export async function tamper(
  sql: TransactionSql,
  organizationId: string,
  sealed: readonly Sealed[],
  edit: Edit,
) {
  const { seq, id } = sealed[edit.at % sealed.length] as Sealed;
  const cutOut = async () => {
    await sql`delete from audit_log where id = ${id}`;
    await sql`delete from audit_chain where entry_id = ${id}`;
  };
  const seal = async () => {
    await sql`select set_config('app.org', ${organizationId}, true)`;
    await sql`select cf.seal_audit(100000)`;
  };
  switch (edit.kind) {
    case "change":
      await sql.unsafe(`update audit_log set "${edit.column}" = ${CHANGES[edit.column]} where id = '${id}'`);
      return [seq];
    case "delete":
      await sql`delete from audit_log where id = ${id}`;
      return [seq];
    case "cut out":
      await cutOut();
      return [seq + 1, sealed.length];
    case "close the gap":
      await cutOut();
      await sql`update audit_chain set seq = -seq where organization_id = ${organizationId} and seq > ${seq}`;
      await sql`update audit_chain set seq = -seq - 1 where organization_id = ${organizationId} and seq < 0`;
      return [seq, sealed.length];
    case "insert":
    case "insert and link": {
      const [made] = await sql`
        insert into audit_log select (jsonb_populate_record(l, jsonb_build_object('id', overlay(l.id::text placing 'e' from 20)))).*
        from audit_log l where l.id = ${id} returning id`;
      if (edit.kind === "insert") return [String(made?.id)];
      await sql`
        insert into audit_chain select c.organization_id, c.seq + 1, ${made?.id}, c.entry_hash, c.hash
        from audit_chain c where organization_id = ${organizationId} order by seq desc limit 1`;
      return [sealed.length + 1];
    }
    case "swap entries":
    case "swap links": {
      const other = sealed[(edit.at + edit.by) % sealed.length] as Sealed;
      if (edit.kind === "swap links") {
        await sql`update audit_chain set seq = -seq where organization_id = ${organizationId} and seq in (${seq}, ${other.seq})`;
        await sql`update audit_chain set seq = ${seq + other.seq}::bigint + seq where organization_id = ${organizationId} and seq < 0`;
      } else {
        const between = "00000000-0000-0000-0000-000000000000";
        for (const [from, to] of [
          [id, between],
          [other.id, id],
          [between, other.id],
        ] as const)
          await sql`update audit_log set id = ${to} where id = ${from}`;
      }
      return [seq, other.seq];
    }
    case "forge all":
      await sql`update audit_log set action = 'nothing.happened' where id = ${id}`;
      await sql`delete from audit_chain where organization_id = ${organizationId}`;
      await sql`insert into audit_unsealed select organization_id, id from audit_log where organization_id = ${organizationId}`;
      await seal();
      return [sealed.length];
    case "cut off":
      for (const later of sealed.filter((one) => one.seq >= seq)) {
        await sql`delete from audit_log where id = ${later.id}`;
        await sql`delete from audit_chain where entry_id = ${later.id}`;
      }
      return [sealed.length];
  }
}
