import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { part, paymentForm } from "@/tests/payments";
import { testSandbox } from "@/tests/sandbox";
import { workAll } from "@/tests/worker";
import { getPayment, paymentTimeline } from "./detail";
import { listPayments, PAGE } from "./queries";
import { recordPayment } from "./record-payment";
import { refundPayment } from "./refund";
import { reversePayment } from "./reverse";
import { clientCredit, invoiceSettlement, openInvoices } from "./settling";

const db = testDatabase();
testSandbox();
let organization: OrganizationFixture;
let client: { id: string; email: string };
let invoice: { id: string; number: string };
const ids: Record<string, string> = {};

const pay = async (form: object = {}) =>
  (await recordPayment(organization.accountant, paymentForm(client.id, form))).id;

beforeAll(async () => {
  clock.set("2026-03-20T12:00:00Z");
  organization = await organizationFixture();
  client = await clientFixture(organization, "Brass & Sons");
  invoice = await issuedFixture(organization, client.id);
  ids.applied = await pay({ amount: "100", settles: [part(invoice.id, "100")], reference: "TX 100%" });
  ids.credit = await pay({ amount: "50", method: "cash" });
  ids.refunded = await pay({ amount: "20" });
  ids.reversed = await pay({ amount: "10", method: "cheque" });
  const back = {
    paymentId: ids.refunded,
    amount: "5",
    refundable: "2000",
    method: "cash",
    refundedOn: "2026-03-20",
  };
  await refundPayment(organization.accountant, { id: newId(), ...back });
  await reversePayment(organization.accountant, {
    id: ids.reversed,
    reversedOn: "2026-03-20",
    reason: "Bounced",
  });
});
afterAll(() => clock.reset());

const list = async (input: object) =>
  (await listPayments(organization.accountant, input)).rows.map((row) =>
    Object.keys(ids).find((key) => ids[key] === row.id),
  );

describe("the list of payments", () => {
  it.each([
    ["all, the newest first", {}, ["reversed", "refunded", "credit", "applied"]],
    ["what settles invoices", { filter: "applied" }, ["applied"]],
    ["what has something left", { filter: "credit" }, ["refunded", "credit"]],
    ["what went back", { filter: "refunded" }, ["refunded"]],
    ["what was reversed", { filter: "reversed" }, ["reversed"]],
    ["by method", { method: "cash" }, ["credit"]],
    ["by reference, whose signs are no wildcards", { search: "100%" }, ["applied"]],
    ["by a sign that nothing has", { search: "_" }, []],
    ["by client", { search: "brass" }, ["reversed", "refunded", "credit", "applied"]],
  ])("has %s", async (_, input, expected) => expect(await list(input)).toEqual(expected));

  it("finds a payment by the number of its invoice, and says what became of each", async () => {
    expect(await list({ search: invoice.number })).toEqual(["applied"]);
    const { rows } = await listPayments(organization.accountant, {});
    expect(rows.map(({ use, numbers, leftMinor }) => [use, numbers, leftMinor])).toEqual([
      ["reversed", null, 0n],
      ["partly_refunded", null, 1500n],
      ["unapplied", null, 5000n],
      ["applied", invoice.number, 0n],
    ]);
  });

  it("goes on from page to page and back, without a gap or a twin", async () => {
    const other = await organizationFixture();
    const payer = (await clientFixture(other)).id;
    for (let count = 0; count < PAGE + 2; count += 1)
      await recordPayment(other.accountant, paymentForm(payer, { amount: "1" }));
    const first = await listPayments(other.accountant, {});
    const second = await listPayments(other.accountant, { before: first.next ?? undefined });
    const back = await listPayments(other.accountant, { after: second.previous ?? undefined });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([PAGE, 2, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(PAGE + 2);
    expect(back.rows).toEqual(first.rows);
  });

  it("is no client's, and shows no other organization's", async () => {
    await expect(listPayments(organization.clientUser(client.id), {})).rejects.toMatchObject({
      code: "forbidden",
    });
    const stranger = await organizationFixture();
    expect((await listPayments(stranger.accountant, {})).rows).toEqual([]);
    await expect(getPayment(stranger.accountant, { id: ids.applied })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

it("a payment whole: what it posted, what can go back, who recorded it, and its messages", async () => {
  await workAll();
  const detail = await getPayment(organization.accountant, { id: ids.refunded });
  expect(detail).toMatchObject({ recordedBy: "accountant", refundableMinor: 1500n, use: "partly_refunded" });
  expect(detail.entries.map(({ kind, account, amountMinor }) => `${kind} ${account} ${amountMinor}`)).toEqual(
    [
      "payment.received Bank 2000",
      "payment.received Client credit -2000",
      "refund.issued Client credit 500",
      "refund.issued Cash -500",
    ],
  );
  const timeline = await paymentTimeline(organization.accountant, { id: ids.refunded });
  expect(timeline.events.map(({ type }) => type)).toEqual(["payment.refunded", "payment.received"]);
  expect(timeline.deliveries.map(({ template, recipient }) => `${template} ${recipient}`)).toEqual([
    `refund ${client.email}`,
    `receipt ${client.email}`,
  ]);
});

it("a receipt is sent unless the accountant says no, and the accountant's own entry is no news to them", async () => {
  const quiet = await pay({ amount: "7", receipt: false });
  await workAll();
  const sent = await db.admin`select template from deliveries where event_id in
    (select id from domain_events where subject_id in (${quiet}, ${ids.applied ?? ""}))`;
  expect(sent).toEqual([{ template: "receipt" }]);
});

it("an invoice knows what settles it and what could; a client what it owes and has", async () => {
  expect(await invoiceSettlement(organization.accountant, { id: invoice.id })).toMatchObject({
    owedMinor: 14_000n,
    applicableMinor: 7200n,
    takesBack: true,
    settled: [{ paymentId: ids.applied, amountMinor: 10_000n, method: "bank_transfer" }],
  });
  expect(await clientCredit(organization.accountant, { id: client.id })).toEqual([
    { currency: "EUR", creditMinor: 7200n },
  ]);
  expect(await openInvoices(organization.accountant, { clientId: client.id })).toMatchObject([
    { id: invoice.id, owedMinor: 14_000n },
  ]);
});
