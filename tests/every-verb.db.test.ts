import { inspect } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { may, permissions } from "@/lib/core/permissions";
import { saveInvoice } from "@/lib/invoices/save";
import { subjectOf } from "@/lib/platform/actor";
import type { Ctx } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "./database";
import {
  clientFixture,
  invoiceForm,
  issuedFixture,
  lineForm,
  type OrganizationFixture,
  organizationFixture,
  paidFixture,
} from "./fixtures";
import { inputAbout, JUNK, verbs } from "./verbs";

const db = testDatabase();
/** Stands in everything that people write about our client. */
const MARK = "planted-mark";

let ours: OrganizationFixture;
let ownClient = "";
let otherClient = "";
const callers = new Map<string, Ctx>();
/** Rows of ours, of each kind that a verb may be about. */
let rows: string[] = [];

beforeAll(async () => {
  ours = await organizationFixture();
  const elsewhere = await organizationFixture();
  const theirs = await issuedFixture(elsewhere, (await clientFixture(elsewhere)).id);
  ownClient = (await clientFixture(ours, `${MARK} client`, { notes: MARK })).id;
  otherClient = (await clientFixture(ours, "Somebody else")).id;
  const paid = await paidFixture(ours, ownClient, 10_000n);
  const open = await issuedFixture(ours, ownClient, {
    notes: MARK,
    lines: [lineForm(ours, { description: MARK })],
  });
  const draft = await saveInvoice(ours.accountant, invoiceForm(ours, ownClient, { notes: MARK }));
  const others = await issuedFixture(ours, otherClient);
  const link = (organizationId: string, invoiceId: string): Ctx => ({
    ...ours.admin,
    actor: { kind: "link", organizationId, invoiceId, linkId: newId() },
  });
  for (const [name, ctx] of [
    ["nobody", { ...ours.admin, actor: { kind: "anonymous", organizationId: null } }],
    ["link holder", link(ours.organizationId, others.id)],
    ["link holder elsewhere", link(elsewhere.organizationId, theirs.id)],
    ["other client", ours.clientUser(otherClient)],
    ["own client", ours.clientUser(ownClient)],
    ["accountant", ours.accountant],
    ["admin", ours.admin],
    ["accountant elsewhere", elsewhere.accountant],
    ["admin elsewhere", elsewhere.admin],
    ["system", ours.system],
  ] satisfies [string, Ctx][])
    callers.set(name, ctx);
  rows = [ownClient, paid.id, paid.paymentId, open.id, draft.id];
});

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) => (error instanceof DomainError ? error.code : `thrown: ${error}`),
  );

describe("every verb and query", () => {
  it("is found, and has a row in the permission table", () => {
    expect(verbs.size).toBeGreaterThan(100);
    for (const [name, { permission }] of verbs) expect(Object.keys(permissions), name).toContain(permission);
  });

  it("asks the table before anything else, whoever calls", async () => {
    const wrong: string[] = [];
    for (const [name, verb] of verbs)
      for (const [who, ctx] of callers) {
        const answer = await codeOf(verb(ctx, JUNK));
        const refusal = ctx.actor.kind === "anonymous" ? "unauthenticated" : "forbidden";
        const expected = may(subjectOf(ctx.actor), verb.permission) ? "invalid" : refusal;
        if (answer !== expected) wrong.push(`${name} as ${who}: ${answer} instead of ${expected}`);
      }
    expect(wrong).toEqual([]);
  });

  it.each([
    ["another organization", ["accountant elsewhere", "admin elsewhere", "link holder elsewhere"]],
    ["another client, or another document's link", ["other client", "link holder"]],
  ])("tells and changes nothing of ours for %s", async (_, strangers) => {
    const before = await fingerprint();
    const told: string[] = [];
    const reached = new Set<string>();
    for (const who of strangers)
      for (const [name, verb] of verbs)
        for (const id of rows) {
          const ctx = callers.get(who);
          const input = inputAbout(id);
          if (!ctx || !may(subjectOf(ctx.actor), verb.permission) || !verb.schema.safeParse(input).success)
            continue;
          reached.add(name);
          const result = await verb(ctx, input).catch((error: Error) => error.message);
          if (inspect(result, { depth: 9 }).includes(MARK)) told.push(`${name} as ${who}`);
        }
    expect(told).toEqual([]);
    expect(await fingerprint()).toEqual(before);
    // Most of what they may do at all is reached; what is left takes more than an id.
    const possible = [...verbs.values()].filter(({ permission }) =>
      strangers.some((who) => may(subjectOf((callers.get(who) as Ctx).actor), permission)),
    );
    expect(reached.size / possible.length).toBeGreaterThan(0.6);
  });
});

/** A digest of all in our organization that mentions one of the rows, table by table. */
async function fingerprint(): Promise<Record<string, string>> {
  const tables = await db.admin`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db.admin`select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as digest
      from ${db.admin(name)} t where t::text ~ ${rows.join("|")} and t::text ~ ${ours.organizationId}`;
    digests[name] = row?.digest;
  }
  return digests;
}
