import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/platform/clock";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { left, owed, part, paymentForm, posted, toldSince } from "@/tests/payments";
import { applyClientCredit } from "./apply-credit";
import { recordPayment } from "./record-payment";
import { unapplyAllocation } from "./unapply";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;
let invoiceId: string;

beforeAll(async () => {
  organization = await organizationFixture();
});
beforeEach(async () => {
  clock.set("2026-03-20T12:00:00Z");
  clientId = (await clientFixture(organization)).id;
  invoiceId = (await issuedFixture(organization, clientId)).id;
});
afterEach(() => clock.reset());

const pay = async (amount: string, overrides: object = {}) =>
  (await recordPayment(organization.accountant, paymentForm(clientId, { amount, ...overrides }))).id;
const apply = (overrides: object = {}) =>
  applyClientCredit(organization.accountant, { invoiceId, owed: "24000", ...overrides });
const unapply = (id: string) => unapplyAllocation(organization.accountant, { id });
const allocations = () =>
  db.admin`select id, payment_id, amount_minor, unapplied_on from allocations where invoice_id = ${invoiceId} order by id`;
const conflict = (key: string) => ({ code: "conflict", key });

describe("credit", () => {
  it("settles an invoice in one go, the first recorded first, each with its journal and its event", async () => {
    const [first, second, third] = [await pay("100"), await pay("100"), await pay("100")];
    expect(await apply()).toEqual({ appliedMinor: 24_000n });
    expect(await allocations()).toMatchObject([
      { payment_id: first, amount_minor: "10000" },
      { payment_id: second, amount_minor: "10000" },
      { payment_id: third, amount_minor: "4000" },
    ]);
    expect([await owed(db, invoiceId), await left(db, first), await left(db, third)]).toEqual([
      "0",
      "0",
      "6000",
    ]);
    const [row] = await allocations();
    expect(await posted(db, "allocation.applied", row?.id)).toEqual([
      "client_credit 10000 10000",
      "receivable -10000 -10000",
    ]);
    expect(await toldSince(db, invoiceId)).toEqual(["credit.applied", "credit.applied", "credit.applied"]);
    const audit = await db.admin`
      select after from audit_log where subject_id = ${invoiceId} and action = 'credit.apply'`;
    expect(audit).toMatchObject([
      { after: { applied: [{ sourceId: first }, { sourceId: second }, { sourceId: third }] } },
    ]);
  });

  it("of one source, and no more than was asked for", async () => {
    await pay("100");
    const chosen = await pay("100");
    expect(await apply({ sourceId: chosen, amount: "30.50" })).toEqual({ appliedMinor: 3050n });
    expect([await owed(db, invoiceId), await left(db, chosen)]).toEqual(["20950", "6950"]);
  });

  it("settles nothing before the invoice was issued: the database says so, whoever asks", async () => {
    const payment = await pay("100");
    const early = db.admin`insert into allocations
      (organization_id, id, payment_id, invoice_id, amount_minor, invoice_base_minor, source_base_minor, applied_on)
      values (${organization.organizationId}, ${crypto.randomUUID()}, ${payment}, ${invoiceId}, 1, 1, 1, '2026-02-28')`;
    await expect(early).rejects.toMatchObject({ code: "CF014" });
  });

  it("is taken back once: the invoice owes again, the payment has it again", async () => {
    const payment = await pay("240", { settles: [part(invoiceId, "200")] });
    const [row] = await allocations();
    await unapply(row?.id);
    expect([await owed(db, invoiceId), await left(db, payment)]).toEqual(["24000", "24000"]);
    expect(await posted(db, "allocation.unapplied", row?.id)).toEqual([
      "client_credit -20000 -20000",
      "receivable 20000 20000",
    ]);
    expect(await toldSince(db, invoiceId)).toEqual(["payment.received", "credit.unapplied"]);
    await expect(unapply(row?.id)).rejects.toMatchObject(conflict("doneBefore"));
    expect(await apply()).toEqual({ appliedMinor: 24_000n });
  });

  it("at another rate: taking it back undoes the exchange difference to the cent", async () => {
    const usd = { currency: "USD", exchangeRate: "0.9137" };
    invoiceId = (await issuedFixture(organization, clientId, usd)).id;
    const payment = await pay("100.01", { currency: "USD", exchangeRate: "0.95" });
    await apply();
    const [row] = await allocations();
    const applied = await posted(db, "allocation.applied", row?.id);
    expect(applied).toEqual([
      "client_credit 10001 9501",
      "exchange_differences 0 -363",
      "receivable -10001 -9138",
    ]);
    await unapply(row?.id);
    const [books] = await db.admin`
      select (select base_minor from invoice_balances where invoice_id = ${invoiceId}) as invoice,
        (select base_minor from credit_balances where source_id = ${payment}) as credit,
        (select sum(base_minor) from journal_lines where account_code = 'exchange_differences' and client_id = ${clientId}) as difference`;
    expect(books).toEqual({ invoice: "21929", credit: "9501", difference: "0" });
  });

  it.each([
    ["more than the invoice owes", { amount: "240.01" }, { fields: { amount: "overAllocated" } }],
    ["more than is there", { amount: "101" }, { fields: { amount: "overUsed" } }],
    ["zero", { amount: "0" }, { fields: { amount: "notPositive" } }],
    [
      "an invoice whose balance is another than the person saw",
      { owed: "23999" },
      conflict("balanceChanged"),
    ],
  ])("refuses %s", async (_, change, error) => {
    await pay("100");
    await expect(apply(change)).rejects.toMatchObject(error);
    expect(await allocations()).toHaveLength(0);
  });

  it("refuses without credit, in another currency, another client's, and of a paid invoice", async () => {
    await pay("100", { currency: "USD", exchangeRate: "0.9" });
    await expect(apply()).rejects.toMatchObject(conflict("noCredit"));
    const other = (await clientFixture(organization)).id;
    const { id: theirs } = await recordPayment(organization.accountant, paymentForm(other));
    await expect(apply({ sourceId: theirs })).rejects.toMatchObject(conflict("noCredit"));
    await pay("240", { settles: [part(invoiceId, "240")] });
    await expect(apply({ owed: "0" })).rejects.toMatchObject(conflict("nothingOwed"));
    await expect(
      applyClientCredit(organization.clientUser(clientId), { invoiceId, owed: "0" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("races", () => {
  it("applied twice at once settles once, and the other one is told", async () => {
    await pay("500");
    const both = await Promise.allSettled([apply(), apply()]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({
      reason: conflict("balanceChanged"),
    });
    expect(await allocations()).toHaveLength(1);
  });

  it("applied to two invoices at once is never used twice", async () => {
    const payment = await pay("240");
    const other = (await issuedFixture(organization, clientId)).id;
    const both = await Promise.allSettled([apply(), apply({ invoiceId: other })]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: conflict("noCredit") });
    expect(await left(db, payment)).toBe("0");
  });

  it("taken back ten times at once is taken back once", async () => {
    await pay("240", { settles: [part(invoiceId, "240")] });
    const [row] = await allocations();
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => unapply(row?.id)));
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of all)
      if (one.status === "rejected") expect(one.reason).toMatchObject(conflict("doneBefore"));
    expect(await owed(db, invoiceId)).toBe("24000");
  });
});

describe("credit that applies itself", () => {
  const asks = (applies: boolean) =>
    db.admin`update organizations set applies_credit = ${applies} where id = ${organization.organizationId}`;
  afterEach(() => asks(false));

  it("settles a new invoice when it is issued, in the same transaction, with its trail", async () => {
    await asks(true);
    const payment = await pay("100");
    invoiceId = (await issuedFixture(organization, clientId)).id;
    expect([await owed(db, invoiceId), await left(db, payment)]).toEqual(["14000", "0"]);
    expect(await toldSince(db, invoiceId)).toEqual(["credit.applied"]);
    const audit = await db.admin`
      select after from audit_log where subject_id = ${invoiceId} and action = 'credit.apply'`;
    expect(audit).toMatchObject([{ after: { on: "2026-03-20", applied: [{ sourceId: payment }] } }]);
  });

  it("is dated with an invoice of a later date, and used once by ten that are issued at once", async () => {
    await asks(true);
    const payment = await pay("1000");
    const dates = { issueDate: "2026-04-01", dueDate: "2026-04-15" };
    const issued = await Promise.all(
      Array.from({ length: 10 }, () => issuedFixture(organization, clientId, dates)),
    );
    const [sums] = await db.admin`
      select sum(amount_minor) as applied, min(applied_on)::text as first from allocations
      where payment_id = ${payment} and invoice_id in ${db.admin(issued.map(({ id }) => id))}`;
    expect(sums).toEqual({ applied: "100000", first: "2026-04-01" });
    expect(await left(db, payment)).toBe("0");
  });

  it("waits for a person unless the organization asks for it", async () => {
    const payment = await pay("100");
    invoiceId = (await issuedFixture(organization, clientId)).id;
    expect([await owed(db, invoiceId), await left(db, payment)]).toEqual(["24000", "10000"]);
  });
});
