import { beforeAll, describe, expect, it } from "vitest";
import { verifyBooks } from "@/lib/ledger/verify";
import { testDatabase } from "@/tests/database";
import { seedDemo } from "./demo";

const db = testDatabase();
const env = {
  DEMO_PASSWORD_ADMIN: "demo-admin-password",
  DEMO_PASSWORD_ACCOUNTANT: "demo-accountant-password",
  DEMO_PASSWORD_CLIENT: "demo-client-password",
};
const seed = () => seedDemo({ ownerUrl: process.env.DATABASE_URL ?? "", env, onStep: () => {} });

beforeAll(async () => {
  expect(await seed()).toMatchObject({ seeded: true });
});

/** The document with a line like this, with what it owes or, of a credit note, what is left of it (minor units). */
async function withLine(description: string) {
  const rows = await db.admin`
    select i.*, i.total_minor::int as total, coalesce(b.balance_minor, c.balance_minor, 0)::int as left,
      d.name as client
    from invoices i join clients d on d.id = i.client_id
      left join invoice_balances b on b.invoice_id = i.id left join credit_balances c on c.source_id = i.id
    where i.id in (select invoice_id from invoice_items where description = ${description})
    order by i.id`;
  return rows.map((row) => ({ ...row }));
}

describe("the demo", () => {
  it("has books without a difference", async () => {
    expect(await verifyBooks(process.env.DATABASE_URL ?? "")).toEqual([
      { organization: "Demo Studio", differences: [] },
    ]);
  });

  it("is lived in the order of its days, and its first numbers stay where they are", async () => {
    const rows = await db.admin`
      select number, issue_date::text as date, d.name as client from invoices i join clients d on d.id = i.client_id
      where kind = 'invoice' and number is not null order by number`;
    const dates = rows.map((row) => row.date);
    expect(dates).toEqual(dates.toSorted());
    expect(rows[2]).toMatchObject({ number: "INV-0003", client: "Demo Bakery" });
  });

  it("tells nobody of the past, and keeps what is to come", async () => {
    const jobs = await db.admin`select t.identifier as task, run_at > now() as later
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`;
    expect(jobs.map((row) => ({ ...row }))).toEqual([{ task: "scheduled", later: true }]);
  });

  it("is made once", async () => {
    const count = async () => (await db.admin`select count(*)::int as n from invoices`)[0]?.n;
    const before = await count();
    expect(await seed()).toMatchObject({ seeded: false, signIns: [{ role: "admin" }, {}, {}] });
    expect(await count()).toBe(before);
  });
});

describe("the demo's stories", () => {
  it("of quotes: one is open, one declined, one accepted, with a paid deposit and the rest invoiced", async () => {
    expect(await withLine("Bread bag series, concept")).toMatchObject([
      { kind: "quote", lifecycle: "open", client: "Demo Bakery" },
    ]);
    expect(await withLine("Company film, two minutes")).toMatchObject([
      { kind: "quote", lifecycle: "declined", answered_by: "Demo Person Four" },
    ]);
    const [quote, invoice] = await withLine("Exhibition design");
    expect(quote).toMatchObject({ kind: "quote", lifecycle: "accepted", total: 899_640 });
    expect(invoice).toMatchObject({ kind: "invoice", lifecycle: "open", total: 629_748, left: 629_748 });
    const deposits = await db.admin`
      select i.total_minor::int as total, b.balance_minor::int as left from invoices i
        join invoice_balances b on b.invoice_id = i.id where is_deposit`;
    expect(deposits.map((row) => ({ ...row }))).toEqual([{ total: 269_892, left: 0 }]);
  });

  it("of transfers: one in part, one over two invoices with a rest", async () => {
    expect(await withLine("Almanac layout")).toMatchObject([{ total: 404_600, left: 204_600 }]);
    for (const description of ["Price tags", "Opening hours sign"])
      expect(await withLine(description)).toMatchObject([{ total: 45_220, left: 0 }]);
    const rests = await db.admin`select balance_minor::int as left, d.name as client
      from credit_balances c join clients d on d.id = c.client_id where balance_minor > 0`;
    expect(rests.map((row) => ({ ...row }))).toEqual([{ left: 9_560, client: "Demo Bakery" }]);
  });

  it("of what goes back: a credit note over a part, a refund of a part", async () => {
    expect(await withLine("Enamel signs")).toMatchObject([{ total: 114_240, left: 85_680 }]);
    expect(await withLine("Enamel signs, damaged on the way")).toMatchObject([
      { kind: "credit_note", number: "CN-0001", lifecycle: "open", total: 28_560, left: 0 },
    ]);
    const refunds = await db.admin`select amount_minor::int as amount, state from refunds`;
    expect(refunds.map((row) => ({ ...row }))).toEqual([{ amount: 18_000, state: "succeeded" }]);
  });

  it("of ends: one written off, one void", async () => {
    expect(await withLine("Proof by post")).toMatchObject([
      { lifecycle: "written_off", total: 2_826, left: 0 },
    ]);
    expect(await withLine("Facade study")).toMatchObject([{ lifecycle: "void", left: 0 }]);
  });

  it("of what is to come: instalments, the first paid, and a scheduled draft", async () => {
    const [invoice] = await withLine("Website, first stage");
    expect(invoice).toMatchObject({ total: 357_000, left: 238_000 });
    expect(await withLine("Newsletter")).toMatchObject([
      { lifecycle: "draft", scheduled_for: expect.anything() },
    ]);
  });

  it("of other countries: dollars at two rates, and reverse charge with the client's tax number", async () => {
    const [dollars] = await withLine("Harbour map and signs");
    expect(dollars).toMatchObject({ currency: "USD", total: 525_000, left: 0 });
    const [difference] = await db.admin`
      select sum(base_minor)::int as base from journal_lines where account_code like 'exchange%'`;
    expect(difference?.base).toBe(-6_983);
    const [catalogue] = await withLine("Dealer catalogue");
    expect(catalogue).toMatchObject({ total: 260_000, tax_minor: "0" });
    const taxes = await db.admin`
      select category from invoice_taxes where invoice_id = ${String(catalogue?.id)}`;
    expect(taxes.map((row) => row.category)).toEqual(["AE"]);
  });

  it("of prices with tax: a discount on the whole", async () => {
    const [invoice] = await withLine("Model photographs");
    expect(invoice).toMatchObject({ prices_include_tax: true, total: 128_070 });
    const discounts = await db.admin`
      select distinct kind, percent_ppm from invoice_adjustments where invoice_id = ${String(invoice?.id)}`;
    expect(discounts.map((row) => ({ ...row }))).toEqual([{ kind: "discount", percent_ppm: 100_000 }]);
  });
});
