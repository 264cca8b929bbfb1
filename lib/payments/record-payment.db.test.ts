import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { saveInvoice } from "@/lib/invoices/save";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  invoiceForm,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { left, owed, part, paymentForm, posted, toldSince } from "@/tests/payments";
import { recordPayment } from "./record-payment";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;
let first: string;
let second: string;

beforeAll(async () => {
  organization = await organizationFixture();
});
beforeEach(async () => {
  clock.set("2026-03-20T12:00:00Z");
  clientId = (await clientFixture(organization)).id;
  first = (await issuedFixture(organization, clientId)).id;
  second = (await issuedFixture(organization, clientId)).id;
});
afterEach(() => clock.reset());

const record = (overrides: object) =>
  recordPayment(organization.accountant, paymentForm(clientId, overrides));
const stored = () => db.admin`select * from payments where client_id = ${clientId}`;

describe("a payment by hand", () => {
  it("settles several invoices, and the rest is the client's credit", async () => {
    const { id } = await record({
      amount: "400.00",
      reference: "TX 1",
      settles: [part(first, "240.00"), part(second, "100.00")],
    });
    expect(await stored()).toMatchObject([
      {
        id,
        method: "bank_transfer",
        amount_minor: "40000",
        reference: "TX 1",
        received_on: expect.anything(),
      },
    ]);
    expect([await owed(db, first), await owed(db, second), await left(db, id)]).toEqual([
      "0",
      "14000",
      "6000",
    ]);
    expect(await posted(db, "payment.received", id)).toEqual([
      "cash.bank 40000 40000",
      "client_credit -6000 -6000",
      "receivable -24000 -24000",
      "receivable -10000 -10000",
    ]);
    const [audit] = await db.admin`select actor_id, after from audit_log where subject_id = ${id}`;
    expect(audit).toMatchObject({
      actor_id: organization.people.accountant,
      after: { method: "bank_transfer", amountMinor: "40000", currency: "EUR" },
    });
    expect(await toldSince(db, first)).toEqual(["payment.applied"]);
    expect(await toldSince(db, second)).toEqual(["payment.applied"]);
    const received = await db.admin`
      select invoice_id, payload from domain_events where subject_id = ${id} and type = 'payment.received'`;
    expect(received).toMatchObject([{ invoice_id: null, payload: { amountMinor: "40000" } }]);
  });

  it("of one invoice stands in its timeline", async () => {
    await record({ settles: [part(first, "240.00")] });
    expect(await toldSince(db, first)).toEqual(["payment.received"]);
  });

  it("without an invoice is the client's credit as a whole", async () => {
    const { id } = await record({ amount: "50", method: "cash" });
    expect(await left(db, id)).toBe("5000");
    expect(await posted(db, "payment.received", id)).toEqual([
      "cash.cash 5000 5000",
      "client_credit -5000 -5000",
    ]);
  });

  it("sent twice, also at once, is recorded once with the same answer", async () => {
    const form = paymentForm(clientId, { settles: [part(first, "240.00")] });
    const send = () => recordPayment(organization.accountant, form);
    expect(await Promise.all([send(), send(), send()])).toEqual([
      { id: form.id },
      { id: form.id },
      { id: form.id },
    ]);
    expect(await stored()).toHaveLength(1);
    expect(await owed(db, first)).toBe("0");
    const audit = await db.admin`select 1 from audit_log where subject_id = ${form.id}`;
    expect(audit).toHaveLength(1);
    await expect(recordPayment(organization.accountant, { ...form, amount: "1.00" })).rejects.toMatchObject({
      key: "alreadyExists",
    });
  });

  it("recorded by two people at once is recorded once, and the other one is told", async () => {
    const settles = [part(first, "240.00")];
    const both = await Promise.allSettled([
      recordPayment(organization.accountant, paymentForm(clientId, { settles })),
      recordPayment(organization.admin, paymentForm(clientId, { settles })),
    ]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "conflict", key: "balanceChanged" },
    });
    expect(await stored()).toHaveLength(1);
    expect(await owed(db, first)).toBe("0");
  });
});

describe("is refused with its reason, and nothing is recorded:", () => {
  const on = (field: string, key: string) => ({ code: "invalid", fields: { [field]: key } });

  it.each([
    ["dated before the invoice", { receivedOn: "2026-02-28" }, on("receivedOn", "paymentBeforeInvoice")],
    ["in the future", { receivedOn: "2026-03-21" }, on("receivedOn", "inFuture")],
    ["on a day that does not exist", { receivedOn: "2026-02-30" }, on("receivedOn", "date")],
    ["zero", { amount: "0.00" }, on("amount", "notPositive")],
    ["negative", { amount: "-5" }, on("amount", "notPositive")],
    ["no amount", { amount: "" }, on("amount", "required")],
    ["with more decimals than the currency has", { amount: "1.005" }, on("amount", "tooManyDecimals|2")],
    ["larger than an amount can be", { amount: "100000000000000" }, on("amount", "amountTooLarge")],
    ["by a method that is no hand's", { method: "online" }, on("method", "required")],
    ["of less than its invoices get", { amount: "239.99" }, on("amount", "overSettled")],
    [
      "in another currency than the invoice's",
      { currency: "USD", exchangeRate: "0.9" },
      on("settles.0.amount", "otherCurrency"),
    ],
    ["at a rate of zero", { currency: "USD", exchangeRate: "0" }, on("exchangeRate", "notPositive")],
  ])("%s", async (_, change, error) => {
    await expect(record({ settles: [part(first, "240.00")], ...change })).rejects.toMatchObject(error);
    expect(await stored()).toHaveLength(0);
    expect(await owed(db, first)).toBe("24000");
  });

  it("in another currency than the books', without a rate", async () => {
    await expect(record({ currency: "USD" })).rejects.toMatchObject(on("exchangeRate", "rateRequired"));
  });

  it("more than the invoice owes", async () => {
    await expect(record({ amount: "300", settles: [part(first, "240.01")] })).rejects.toMatchObject(
      on("settles.0.amount", "overAllocated"),
    );
  });

  it("an invoice whose balance is another than the person saw", async () => {
    await expect(record({ settles: [part(first, "100.00", "23000")] })).rejects.toMatchObject({
      key: "balanceChanged",
    });
  });

  it("a draft, another client's invoice, one that is not there, and each in its own field", async () => {
    const draft = invoiceForm(organization, clientId);
    await saveInvoice(organization.accountant, draft);
    const other = await issuedFixture(organization, (await clientFixture(organization)).id);
    await expect(
      record({
        amount: "400",
        settles: [part(first, "1"), part(draft.id, "1", "0"), part(other.id, "1"), part(newId(), "1", "0")],
      }),
    ).rejects.toMatchObject({
      fields: {
        "settles.1.amount": "notOpen",
        "settles.2.amount": "invoiceOfOther",
        "settles.3.amount": "notFound",
      },
    });
  });

  it("the same invoice twice", async () => {
    await expect(record({ settles: [part(first, "100"), part(first, "100")] })).rejects.toMatchObject(
      on("settles", "invalid"),
    );
  });

  it("in a locked period, beside the date, and by the database too", async () => {
    const { organizationId } = organization;
    await db.admin`update organizations set books_closed_on = '2026-03-10' where id = ${organizationId}`;
    const settles = [part(first, "240.00")];
    await expect(record({ settles })).rejects.toMatchObject(on("receivedOn", "periodLocked"));
    await record({ settles, receivedOn: "2026-03-11" });
    await db.admin`update organizations set books_closed_on = null where id = ${organizationId}`;
  });

  it("to a client, a link and nobody; and another organization's client is not there", async () => {
    await expect(
      recordPayment(organization.clientUser(clientId), paymentForm(clientId)),
    ).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await organizationFixture();
    await expect(recordPayment(stranger.accountant, paymentForm(clientId))).rejects.toMatchObject(
      on("clientId", "clientGone"),
    );
  });
});

describe("at another rate than the invoice's", () => {
  it("posts what the exchange rate has made of it", async () => {
    const dollars = await issuedFixture(organization, clientId, { currency: "USD", exchangeRate: "0.9" });
    const settles = [part(dollars.id, "240.00")];
    const { id } = await record({ currency: "USD", exchangeRate: "0.95", amount: "300.00", settles });
    expect(await posted(db, "payment.received", id)).toEqual([
      "cash.bank 30000 28500",
      "client_credit -6000 -5700",
      "exchange_differences 0 -1200",
      "receivable -24000 -21600",
    ]);
    const [books] = await db.admin`select base_minor from invoice_balances where invoice_id = ${dollars.id}`;
    expect(books?.base_minor).toBe("0");
  });
});
