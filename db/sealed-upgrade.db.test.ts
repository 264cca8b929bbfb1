import { execFile } from "node:child_process";
import { promisify } from "node:util";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/client";
import { migrate } from "@/db/migrate";
import { getClient, listClients } from "@/lib/clients/queries";
import { documentViewOf } from "@/lib/documents/view";
import { getInvoice } from "@/lib/invoices/detail";
import { getOrganization } from "@/lib/organizations/queries";
import { openPayload } from "@/lib/payments/event-payload";
import { type Ctx, replaceConnection } from "@/lib/platform/context";
import { env } from "@/lib/platform/env";
import { parseKeyring } from "@/lib/platform/keyring";
import { sealStaged } from "@/lib/platform/seal-staged";
import { testDatabase } from "@/tests/database";
import { TEST_APP_PASSWORD } from "@/tests/database.global";
import { dumpOf, givenAway } from "@/tests/dump";
import { alone, emptyDatabase, migrateUpTo } from "@/tests/old-database";

testDatabase();

const KEYS = `k1:${"B".repeat(43)}=`;
const CLIENTS = 450;
const [ORGANIZATION, CLIENT, DRAFT, ISSUED, EVENT, USER] = Array.from({ length: 6 }, () =>
  crypto.randomUUID(),
) as [string, string, string, string, string, string];
/** What was entered, each where it was kept. */
const SECRETS = {
  sellerNumber: "DE811907980",
  sellerStreet: "17 Seller Avenue",
  bank: "Account 0532 0130 00 at the Planted Bank",
  buyerNumber: "FR40303265045",
  buyerStreet: "4 Planted Lane",
  buyerTown: "Plantedville",
  phone: "+33 6 12 34 56 78",
  issuedStreet: "9 Former Road",
  issuedNumber: "FR83404833048",
  issuedBank: "Account 9999 at the Former Bank",
  gatewayPhone: "+49 151 7654321",
};

/** Rows as they were when all of it was kept in the open. */
async function fillOld(sql: Sql): Promise<void> {
  const s = SECRETS;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into organizations (id, name, country, currency, tax_number, address_line1, city, payment_instructions)
      values (${ORGANIZATION}, 'Seller', 'DE', 'EUR', ${s.sellerNumber}, ${s.sellerStreet}, 'Berlin', ${s.bank})`;
    await tx`insert into clients (organization_id, id, name, currency, country, tax_number, address_line1, postal_code, city)
      values (${ORGANIZATION}, ${CLIENT}, 'Sample Client', 'EUR', 'FR', ${s.buyerNumber}, ${s.buyerStreet}, '69001', ${s.buyerTown})`;
    await tx`insert into clients (organization_id, id, name, currency, tax_number, address_line2)
      select ${ORGANIZATION}, gen_random_uuid(), 'Client ' || n, 'EUR', 'XX' || n, ${s.buyerStreet} from generate_series(1, ${CLIENTS}::int) n`;
    await tx`insert into clients (organization_id, id, name, currency) values (${ORGANIZATION}, gen_random_uuid(), 'Bare', 'EUR')`;
    await tx`insert into contacts (organization_id, id, client_id, email, phone, is_primary)
      values (${ORGANIZATION}, gen_random_uuid(), ${CLIENT}, 'a@example.com', ${s.phone}, true)`;
    const party = (name: string, taxNumber: string) =>
      JSON.stringify({
        name,
        email: null,
        country: "FR",
        taxNumber,
        addressLines: [s.issuedStreet, "75001 Paris"],
      });
    await tx`insert into invoices (organization_id, id, client_id, currency, subtotal_minor, tax_minor, total_minor)
      values (${ORGANIZATION}, ${DRAFT}, ${CLIENT}, 'EUR', 0, 0, 0)`;
    await tx`insert into invoices (organization_id, id, client_id, lifecycle, number, currency, issue_date, due_date, subtotal_minor,
        tax_minor, total_minor, seller, buyer, payment_instructions, finalized_at, exchange_rate)
      values (${ORGANIZATION}, ${ISSUED}, ${CLIENT}, 'open', 'INV-1', 'EUR', '2026-01-01', '2026-01-15', 0, 0, 0,
        ${party("Seller", s.sellerNumber)}::text::jsonb, ${party("Sample Client", s.issuedNumber)}::text::jsonb, ${s.issuedBank}, now(), 1)`;
    await tx`insert into webhook_inbox (organization_id, id, gateway, event_id, event_type, payload)
      values (${ORGANIZATION}, ${EVENT}, 'stripe', 'evt_1', 'other', ${JSON.stringify({ phone: s.gatewayPhone })}::text::jsonb)`;
  });
}

describe("a database whose secrets were open", () => {
  let ownerUrl: string;
  let sql: Sql;
  const ctx: Ctx = {
    actor: {
      kind: "user",
      organizationId: ORGANIZATION,
      userId: USER,
      sessionId: USER,
      role: "accountant",
      clientId: null,
      provenAt: null,
    },
    requestId: "test",
    ip: null,
  };

  beforeAll(async () => {
    ownerUrl = await emptyDatabase();
    sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    await migrateUpTo(sql, "0018_audit_chain_rules");
    await fillOld(sql);
    await sql`analyze`;
  });
  afterAll(() => sql.end());

  it("gives them away before it is upgraded", async () => {
    expect(givenAway(await dumpOf(ownerUrl), Object.values(SECRETS))).toEqual(Object.values(SECRETS));
  });

  it("is upgraded in spite of a process that was killed half way", async () => {
    const killed = await alone(() =>
      promisify(execFile)(
        process.execPath,
        ["--import", "tsx", "tests/killed-upgrade.ts", ownerUrl, TEST_APP_PASSWORD, KEYS],
        { env: { ...process.env, LOG_LEVEL: "silent" } },
      ).catch((error: { signal: string }) => error.signal),
    );
    expect(killed).toBe("SIGKILL");
    const [left] = await sql`select count(*)::int from cf.to_seal`;
    const [sealed] = await sql`select count(*)::int from clients where tax_number_sealed is not null`;
    expect(left?.count).toBeGreaterThan(0);
    expect(sealed?.count).toBe(200);
    for (const role of ["cf_app", "cf_staff", "cf_admin", "cf_system"]) {
      const [may] = await sql`select has_table_privilege(${role}, 'cf.to_seal', 'select') as may`;
      expect(may?.may, role).toBe(false);
    }
    const upgrade = (keys: string) =>
      alone(() =>
        migrate({
          ownerUrl,
          appPassword: TEST_APP_PASSWORD,
          sealStaged: (owner, onStep) => sealStaged(owner, onStep, () => parseKeyring(keys)),
        }),
      );
    await expect(upgrade("")).rejects.toThrow("must be keys");
    await upgrade(KEYS);
    expect(await sql`select to_regclass('cf.to_seal') as stage`).toEqual([{ stage: null }]);
    await upgrade("");
  });

  it("holds nothing of them in the open any more, and the names as before", async () => {
    const dump = await dumpOf(ownerUrl);
    expect(givenAway(dump, Object.values(SECRETS))).toEqual([]);
    expect(givenAway(dump, ["Sample Client", "INV-1"])).toEqual(["Sample Client", "INV-1"]);
  });

  it("shows all of them to those who may see them", async () => {
    const app = new URL(ownerUrl);
    app.username = "cf_app";
    app.password = TEST_APP_PASSWORD;
    const connection = connect(app.toString(), 2);
    const before = env().SEALING_KEYS;
    env().SEALING_KEYS = parseKeyring(KEYS);
    replaceConnection(connection);
    const s = SECRETS;
    expect(await getOrganization(ctx, {})).toMatchObject({
      taxNumber: s.sellerNumber,
      addressLine1: s.sellerStreet,
      paymentInstructions: s.bank,
    });
    expect(await getClient(ctx, { id: CLIENT })).toMatchObject({
      client: {
        taxNumber: s.buyerNumber,
        addressLine1: s.buyerStreet,
        city: s.buyerTown,
        addressLine2: null,
      },
      contact: { phone: s.phone },
    });
    const { rows } = await listClients(ctx, { search: s.buyerNumber });
    expect(rows).toMatchObject([{ id: CLIENT, city: s.buyerTown }]);
    const draft = documentViewOf(await getInvoice(ctx, { id: DRAFT }));
    expect(draft).toMatchObject({
      seller: { taxNumber: s.sellerNumber },
      buyer: { taxNumber: s.buyerNumber },
      paymentInstructions: s.bank,
    });
    const issued = documentViewOf(await getInvoice(ctx, { id: ISSUED }));
    expect(issued).toMatchObject({
      seller: { name: "Seller", addressLines: [s.issuedStreet, "75001 Paris", "France"] },
      buyer: { name: "Sample Client", taxNumber: s.issuedNumber },
      paymentInstructions: s.issuedBank,
    });
    const [event] = await sql`select payload_sealed from webhook_inbox`;
    const stored = { id: EVENT, organizationId: ORGANIZATION, payloadSealed: event?.payload_sealed };
    expect(openPayload(stored)).toEqual({ phone: s.gatewayPhone });
    env().SEALING_KEYS = before;
    await connection.close();
  });
});
