import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { left, owed, part, paymentForm, posted, toldSince } from "@/tests/payments";
import { testSandbox } from "@/tests/sandbox";
import { workAll } from "@/tests/worker";
import { applyClientCredit } from "./apply-credit";
import { recordPayment } from "./record-payment";
import { refundPayment } from "./refund";
import { unapplyAllocation } from "./unapply";

const db = testDatabase();
testSandbox();
let organization: OrganizationFixture;
let client: { id: string; email: string };
let invoiceId: string;

beforeAll(async () => {
  organization = await organizationFixture();
});
beforeEach(async () => {
  clock.set("2026-03-20T12:00:00Z");
  client = await clientFixture(organization);
  invoiceId = (await issuedFixture(organization, client.id)).id;
});
afterEach(() => clock.reset());

const pay = async (overrides: object = {}) => {
  const form = paymentForm(client.id, { amount: "300", settles: [part(invoiceId, "240")], ...overrides });
  return (await recordPayment(organization.accountant, form)).id;
};
const form = (paymentId: string, overrides: object = {}) => ({
  id: newId(),
  paymentId,
  amount: "300",
  refundable: "30000",
  method: "bank_transfer",
  refundedOn: "2026-03-16",
  reason: "",
  ...overrides,
});
const refund = (paymentId: string, overrides: object = {}) =>
  refundPayment(organization.accountant, form(paymentId, overrides));
const refunds = (paymentId: string) =>
  db.admin`select state, amount_minor, method from refunds where payment_id = ${paymentId} order by id`;
const active = () =>
  db.admin`select amount_minor from allocations where invoice_id = ${invoiceId} and unapplied_on is null`;

describe("a refund by hand", () => {
  it("takes what is left of the payment first, and touches no invoice for it", async () => {
    const payment = await pay();
    const { id, state } = await refund(payment, { amount: "60", method: "cash" });
    expect(state).toBe("succeeded");
    expect([await owed(db, invoiceId), await left(db, payment)]).toEqual(["0", "0"]);
    expect(await posted(db, "refund.issued", id)).toEqual([
      "cash.cash -6000 -6000",
      "client_credit 6000 6000",
    ]);
    expect(await refunds(payment)).toMatchObject([
      { state: "succeeded", amount_minor: "6000", method: "cash" },
    ]);
    const [audit] =
      await db.admin`select after from audit_log where subject_id = ${payment} and action = 'payment.refund'`;
    expect(audit).toMatchObject({ after: { amountMinor: "6000", method: "cash" } });
  });

  it("has the invoices owe what is missing again, the latest first", async () => {
    const other = (await issuedFixture(organization, client.id)).id;
    const payment = await pay({ amount: "500", settles: [part(invoiceId, "240"), part(other, "240")] });
    await refund(payment, { amount: "300", refundable: "50000" });
    expect([await owed(db, invoiceId), await owed(db, other), await left(db, payment)]).toEqual([
      "4000",
      "24000",
      "0",
    ]);
    expect(await active()).toMatchObject([{ amount_minor: "20000" }]);
    expect((await toldSince(db, invoiceId)).slice(-1)).toEqual(["payment.refunded"]);
    expect(await toldSince(db, other)).toEqual(["payment.applied", "credit.unapplied"]);
  });

  it("sends one receipt for the payment and one message for the refund to the client", async () => {
    const other = (await issuedFixture(organization, client.id)).id;
    const payment = await pay({ amount: "480", settles: [part(invoiceId, "240"), part(other, "240")] });
    await refund(payment, { amount: "80", refundable: "48000" });
    await workAll();
    const sent =
      await db.admin`select template, state from deliveries where recipient = ${client.email} order by id`;
    expect(sent).toEqual([
      { template: "receipt", state: "sent" },
      { template: "refund", state: "sent" },
    ]);
  });

  it("in parts never exceeds the payment, and keeps its share of the exchange rate", async () => {
    invoiceId = (await issuedFixture(organization, client.id, { currency: "USD", exchangeRate: "0.9137" }))
      .id;
    const payment = await pay({ currency: "USD", exchangeRate: "0.9211", amount: "240" });
    for (const [amount, refundable] of [
      ["0.01", "24000"],
      ["99.99", "23999"],
      ["140", "14000"],
    ])
      await refund(payment, { amount, refundable });
    await expect(refund(payment, { amount: "0.01", refundable: "0" })).rejects.toMatchObject({
      fields: { amount: "overRefunded" },
    });
    const [books] = await db.admin`
      select (select base_minor from invoice_balances where invoice_id = ${invoiceId}) as invoice,
        (select base_minor from credit_balances where source_id = ${payment}) as credit,
        (select sum(base_minor) from journal_lines where account_code = 'cash.bank' and payment_id = ${payment}) as cash,
        (select sum(base_minor) from journal_lines where account_code = 'exchange_differences' and client_id = ${client.id}) as difference`;
    expect(books).toEqual({ invoice: "21929", credit: "0", cash: "0", difference: "0" });
  });

  it.each([
    ["more than was paid", { amount: "300.01" }, { fields: { amount: "overRefunded" } }],
    ["zero", { amount: "0" }, { fields: { amount: "notPositive" } }],
    ["more decimals than the currency has", { amount: "1.001" }, { fields: { amount: "tooManyDecimals|2" } }],
    ["what somebody else has changed since", { refundable: "29999" }, { key: "balanceChanged" }],
    ["without a method", { method: null }, { fields: { method: "required" } }],
    ["without a date", { refundedOn: "" }, { fields: { refundedOn: "required" } }],
    ["in the future", { refundedOn: "2026-03-21" }, { fields: { refundedOn: "inFuture" } }],
    ["before the payment", { refundedOn: "2026-03-09" }, { fields: { refundedOn: "beforePayment" } }],
  ])("is refused: %s", async (_, change, error) => {
    const payment = await pay();
    await expect(refund(payment, change)).rejects.toMatchObject(error);
    expect(await refunds(payment)).toHaveLength(0);
    expect(await left(db, payment)).toBe("6000");
  });

  it("sent twice, also at once, refunds once with the same answer", async () => {
    const payment = await pay();
    const once = form(payment, { amount: "100" });
    const send = () => refundPayment(organization.accountant, once);
    const answer = { id: once.id, state: "succeeded" };
    expect(await Promise.all([send(), send()])).toEqual([answer, answer]);
    expect(await refunds(payment)).toHaveLength(1);
  });

  it("is no matter of a client's, nor of another organization's", async () => {
    const payment = await pay();
    await expect(refundPayment(organization.clientUser(client.id), form(payment))).rejects.toMatchObject({
      code: "forbidden",
    });
    const stranger = await organizationFixture();
    await expect(refundPayment(stranger.accountant, form(payment))).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("races", () => {
  it("ten refunds of the whole at once: one, and the others are told", async () => {
    const payment = await pay();
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => refund(payment)));
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of all)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ key: "balanceChanged" });
    expect(await refunds(payment)).toHaveLength(1);
    expect(await owed(db, invoiceId)).toBe("24000");
  });

  it("a refund, an unapplying and an applying of the same payment: nothing is had twice", async () => {
    const payment = await pay();
    const other = (await issuedFixture(organization, client.id)).id;
    const [row] = await db.admin`select id from allocations where payment_id = ${payment}`;
    await Promise.allSettled([
      refund(payment),
      unapplyAllocation(organization.accountant, { id: row?.id }),
      applyClientCredit(organization.admin, { invoiceId: other, owed: "24000" }),
      refund(payment, { amount: "1" }),
    ]);
    const [sums] = await db.admin`
      select (select coalesce(sum(amount_minor), 0) from allocations where payment_id = ${payment} and unapplied_on is null)
        + (select coalesce(sum(amount_minor), 0) from refunds where payment_id = ${payment} and state <> 'failed')
        + (select balance_minor from credit_balances where source_id = ${payment}) as used`;
    expect(sums?.used).toBe("30000");
  });
});
