import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import * as schema from "@/db/schema";
import { listInvoices } from "@/lib/invoices/queries";
import type { Actor } from "@/lib/platform/actor";
import { transaction } from "@/lib/platform/context";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { actorRoles } from "./roles";

const db = testDatabase();
const tables = Object.values(schema).map((table) => getTableConfig(table as PgTable).name);
/** Not a tenant's own: people and their sign-ins, who may belong to several organizations, and tries by nobody yet. */
const SHARED = ["organizations", "users", "sessions", "throttles"];

let ours: OrganizationFixture;
let theirs: OrganizationFixture;
const invoices: Record<string, string> = {};
const clients: Record<string, string> = {};

beforeAll(async () => {
  ours = await organizationFixture();
  theirs = await organizationFixture();
  for (const [name, organization] of [
    ["ours", ours],
    ["neighbour", ours],
    ["theirs", theirs],
  ] as const) {
    const { id } = await clientFixture(organization, name);
    clients[name] = id;
    invoices[name] = (await issuedFixture(organization, id)).id;
  }
});

describe("every table", () => {
  it("has row-level security, forced, with a policy", async () => {
    const rows = await db.admin`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        exists (select 1 from pg_policy p where p.polrelid = c.oid) as policy
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
    expect(rows.map((row) => row.name).sort()).toEqual([...tables].sort());
    expect(rows.filter((row) => !row.forced || !row.policy)).toEqual([]);
  });

  it("carries organization_id in every primary, unique and foreign key", async () => {
    const rows = await db.admin`
      select c.relname as table, i.indexrelid::regclass::text as key
      from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace and i.indisunique
        and not exists (select 1 from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname = 'organization_id')`;
    expect(rows.filter((row) => !SHARED.includes(row.table))).toEqual([]);
    const foreign = await db.admin`
      select k.conname as key, k.conrelid::regclass::text as table, k.confrelid::regclass::text as target
      from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace
        and not exists (select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname = 'organization_id')`;
    expect(foreign.filter((row) => row.target !== "users")).toEqual([]);
  });
});

describe("a connection by itself", () => {
  it("may read no table and run no job", async () => {
    const bare = postgres(db.url("cf_app"), { max: 1 });
    for (const table of tables)
      await expect(bare`select 1 from ${bare(table)}`, table).rejects.toThrow("permission denied");
    await expect(bare`select cf_jobs.enqueue('event', '{}')`).rejects.toThrow("permission denied");
    await expect(bare`select 1 from graphile_worker._private_jobs`).rejects.toThrow("permission denied");
    await bare.end();
  });

  it("keeps no actor after its transaction", async () => {
    await transaction(ours.admin.actor, async () => {});
    const bare = postgres(db.url("cf_app"), { max: 1 });
    await bare.begin(async (tx) => void (await tx`select set_config('role', 'cf_staff', true)`));
    await expect(bare`select 1 from invoices`).rejects.toThrow("permission denied");
    await bare.end();
  });

  it("sees nothing as an actor without an organization", async () => {
    const nowhere: Actor = { kind: "system", organizationId: "", job: "test" };
    const rows = await transaction(nowhere, (tx) =>
      tx.select({ id: schema.invoices.id }).from(schema.invoices),
    );
    expect(rows).toEqual([]);
  });
});

describe("rows", () => {
  const seen = async (actor: Actor) =>
    (await transaction(actor, (tx) => tx.select({ id: schema.invoices.id }).from(schema.invoices)))
      .map((row) => row.id)
      .sort();

  it("are those of the actor's organization, client or invoice, without any where", async () => {
    const own = [invoices.ours, invoices.neighbour].sort();
    expect(await seen(ours.accountant.actor)).toEqual(own);
    expect(await seen(ours.admin.actor)).toEqual(own);
    expect(await seen(ours.system.actor)).toEqual(own);
    expect(await seen(theirs.accountant.actor)).toEqual([invoices.theirs]);
    expect(await seen(ours.clientUser(clients.ours ?? "").actor)).toEqual([invoices.ours]);
    const link: Actor = {
      kind: "link",
      organizationId: ours.organizationId,
      invoiceId: invoices.ours ?? "",
      linkId: invoices.ours ?? "",
    };
    expect(await seen(link)).toEqual([invoices.ours]);
    expect(await seen({ ...link, organizationId: theirs.organizationId })).toEqual([]);
  });

  it("of another organization can't be written or pointed at", async () => {
    const forge = (values: Partial<typeof schema.invoices.$inferInsert>) =>
      transaction(ours.accountant.actor, (tx) =>
        tx.insert(schema.invoices).values({
          id: crypto.randomUUID(),
          currency: "EUR",
          subtotalMinor: 0n,
          taxMinor: 0n,
          totalMinor: 0n,
          ...values,
        }),
      );
    await expect(forge({ organizationId: theirs.organizationId })).rejects.toMatchObject({
      cause: { code: "42501" },
    });
    await expect(forge({ clientId: clients.theirs })).rejects.toMatchObject({ cause: { code: "23503" } });
  });

  it("are listed to a client through the same query that staff use", async () => {
    const { rows } = await listInvoices(ours.clientUser(clients.neighbour ?? ""), {});
    expect(rows.map((row) => row.id)).toEqual([invoices.neighbour]);
  });
});

describe("commands", () => {
  it("that a role has no use for are refused by the database", async () => {
    const granted = await db.admin`
      select grantee, table_name, string_agg(lower(privilege_type), ',' order by privilege_type) as commands
      from information_schema.role_table_grants where table_schema = 'public' and grantee in ${db.admin([...actorRoles])}
      group by 1, 2 order by 1, 2`;
    const table = Object.fromEntries(actorRoles.map((role) => [role, {} as Record<string, string>]));
    for (const row of granted) (table[row.grantee] ?? {})[row.table_name] = row.commands;
    expect(table).toMatchSnapshot();
  });

  it("let a reader see what staff see, an admin's reader what admins see, and neither write but for itself", async () => {
    const grants = await db.admin`
      select grantee, table_name as table, lower(privilege_type) as command from information_schema.role_table_grants
      where table_schema = 'public' and grantee in ('cf_staff', 'cf_admin', 'cf_reader', 'cf_admin_reader')`;
    const of = (grantee: string, command: string) =>
      grants
        .filter((row) => row.grantee === grantee && row.command === command)
        .map((row) => row.table)
        .sort();
    expect(of("cf_reader", "select")).toEqual(of("cf_staff", "select"));
    expect(of("cf_admin_reader", "select")).toEqual(of("cf_admin", "select"));
    const policies = await db.admin`
      select tablename || '.' || policyname as policy, roles::text[] as roles, cmd from pg_policies where schemaname = 'public'`;
    for (const [role, reader] of [
      ["cf_staff", "cf_reader"],
      ["cf_admin", "cf_admin_reader"],
    ])
      expect(
        policies
          .filter(
            ({ roles, cmd }) =>
              roles.includes(role) && ["SELECT", "ALL"].includes(cmd) && !roles.includes(reader),
          )
          .map(({ policy }) => policy),
      ).toEqual([]);
    const changing = policies.filter(
      ({ roles, cmd }) => !["SELECT", "ALL"].includes(cmd) && /reader/.test(String(roles)),
    );
    expect(changing).toEqual([]);
    const writes = ["insert", "update", "delete"].flatMap((command) => of("cf_reader", command));
    const own = [
      "audit_log",
      "domain_events",
      "factors",
      "recovery_codes",
      "used_challenges",
      "data_exports",
    ];
    expect(writes.filter((table) => !own.includes(table))).toEqual([]);
    expect(["insert", "update", "delete"].flatMap((command) => of("cf_admin_reader", command))).toEqual([]);
  });

  it("let nobody but the triggers write balances, and nobody at all change what is append-only", async () => {
    for (const role of actorRoles) {
      for (const [name, commands] of [
        ["invoice_balances", ["INSERT", "UPDATE", "DELETE"]],
        ["audit_log", ["UPDATE", "DELETE", "TRUNCATE"]],
        ["audit_chain", ["INSERT", "UPDATE", "DELETE", "TRUNCATE"]],
        ["audit_unsealed", ["INSERT", "UPDATE", "DELETE", "TRUNCATE"]],
        ["journal_entries", ["UPDATE", "DELETE", "TRUNCATE"]],
        ["journal_lines", ["UPDATE", "DELETE", "TRUNCATE"]],
      ] as const)
        for (const command of commands) {
          const [row] = await db.admin`select has_table_privilege(${role}, ${name}, ${command}) as may`;
          expect(row?.may, `${role} ${command} ${name}`).toBe(false);
        }
    }
  });
});
