import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { connection, replaceConnection, transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import { clientFixture, type OrganizationFixture, organizationFixture, paidFixture } from "@/tests/fixtures";
import { connect } from "./client";

const REQUESTS = 10_000;
const POOL = 4;
/** Rows of these belong to a client: directly, or by their invoice. */
const TABLES = {
  clients: "id",
  invoices: "client_id",
  payments: "client_id",
  invoice_items: null,
  audit_log: null,
};
type Table = keyof typeof TABLES;

const db = testDatabase();
const actors: Actor[] = [];

beforeAll(async () => {
  for (let index = 0; index < 2; index += 1) {
    const organization = await organizationFixture();
    actors.push(organization.admin.actor, organization.accountant.actor, organization.system.actor);
    for (const name of ["One", "Other"]) await addClient(organization, name);
    actors.push(
      { kind: "anonymous", organizationId: null },
      { kind: "system", organizationId: newId(), job: "none" },
    );
  }
  await connection().close();
  replaceConnection(connect(db.url("cf_app"), POOL));
});

async function addClient(organization: OrganizationFixture, name: string) {
  const { id } = await clientFixture(organization, name);
  const invoice = await paidFixture(organization, id, 10_000n);
  const { organizationId } = organization;
  actors.push(organization.clientUser(id).actor);
  actors.push({ kind: "link", organizationId, invoiceId: invoice.id, linkId: newId() });
}

type Seen = { organization_id: string; key: string; client: string | null }[] | "refused";

/** What an actor sees of a table without any where; "refused" where it has no use for it. */
async function look(actor: Actor, table: Table, then: () => void = () => {}): Promise<Seen> {
  const client = TABLES[table];
  const columns = sql.raw(`organization_id, id as key, ${client ?? "null"} as client`);
  try {
    return await transaction(actor, async (tx) => {
      const rows = await tx.execute<{ organization_id: string; key: string; client: string | null }>(
        sql`select ${columns} from ${sql.identifier(table)} order by id`,
      );
      then();
      return [...rows];
    });
  } catch (error) {
    if ((error as { cause?: { code?: string } }).cause?.code === "42501") return "refused";
    throw error;
  }
}

it("10,000 interleaved requests of all kinds of actors through four connections each see what they see alone", async () => {
  const tables = Object.keys(TABLES) as Table[];
  const pairs = actors.flatMap((actor) => tables.map((table) => ({ actor, table })));
  const alone: Seen[] = [];
  for (const { actor, table } of pairs) alone.push(await look(actor, table));

  // What they see alone is theirs: of their organization, and of their client where they are one.
  const seen = alone.flatMap((rows, index) =>
    rows === "refused" ? [] : rows.map((row) => ({ row, index })),
  );
  expect(seen.length).toBeGreaterThan(50);
  for (const { row, index } of seen) {
    const actor = pairs[index]?.actor;
    expect(row.organization_id).toBe(actor?.organizationId);
    if (actor?.kind === "user" && actor.clientId && row.client) expect(row.client).toBe(actor.clientId);
  }

  const wrong: number[] = [];
  let broken = 0;
  await Promise.all(
    Array.from({ length: REQUESTS }, async (_, request) => {
      // 7,919 is a prime that does not divide the number of pairs: every pair comes, in no order.
      const index = (request * 7919) % pairs.length;
      const pair = pairs[index];
      if (!pair) return;
      // Some break off after they have read: what they were must not stay with the connection.
      const breaks = request % 37 === 0 && alone[index] !== "refused";
      const outcome = await look(pair.actor, pair.table, () => {
        if (breaks) throw new Error("broken off");
      }).catch((error: Error) => error.message);
      if (breaks) broken += Number(outcome === "broken off");
      else if (JSON.stringify(outcome) !== JSON.stringify(alone[index])) wrong.push(index);
    }),
  );
  expect(wrong).toEqual([]);
  expect(broken).toBeGreaterThan(100);
}, 120_000);
