import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { refundRequests, refunds } from "@/db/schema";
import { setRefundApproval } from "@/lib/organizations/set-refund-approval";
import { clock } from "@/lib/platform/clock";
import { type Ctx, transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { left, owed, part, paymentForm, posted } from "@/tests/payments";
import { testSandbox } from "@/tests/sandbox";
import { workAll } from "@/tests/worker";
import { approveRefund } from "./approve-refund";
import { getPayment } from "./detail";
import { recordPayment } from "./record-payment";
import { refundPayment } from "./refund";
import { listWaitingRefunds } from "./refund-requests";
import { refuseRefund } from "./refuse-refund";
import { reversePayment } from "./reverse";
import { withdrawRefund } from "./withdraw-refund";

const db = testDatabase();
testSandbox();
let organization: OrganizationFixture;
let client: { id: string; email: string };
let admin: Ctx;
let accountant: Ctx;

beforeAll(async () => {
  organization = await organizationFixture();
  ({ admin, accountant } = organization);
  await setRefundApproval(admin, { above: "100" });
});
beforeEach(async () => {
  clock.set("2026-03-20T12:00:00Z");
  client = await clientFixture(organization);
});
afterEach(() => clock.reset());

const pay = async (overrides: object = {}) =>
  (await recordPayment(accountant, paymentForm(client.id, { amount: "300", ...overrides }))).id;
const form = (paymentId: string, overrides: object = {}) => ({
  id: newId(),
  paymentId,
  amount: "300",
  refundable: "30000",
  method: "bank_transfer",
  refundedOn: "2026-03-16",
  reason: "Too much",
  ...overrides,
});
const ask = (paymentId: string, overrides: object = {}, by = accountant) =>
  refundPayment(by, form(paymentId, overrides));
const approve = (id: string, by = admin, refundable = "30000") => approveRefund(by, { id, refundable });
const stateOf = async (id: string) =>
  (await db.admin`select state from refund_requests where id = ${id}`)[0]?.state;
const booked = (paymentId: string) =>
  db.admin`select id, amount_minor from refunds where payment_id = ${paymentId}`;
const audited = (paymentId: string) =>
  db.admin`select action from audit_log where subject_id = ${paymentId} and action like '%refund%' order by id`;

describe("a refund beyond the limit", () => {
  it("waits for somebody else, and books nothing before", async () => {
    const payment = await pay();
    const { id, state } = await ask(payment);
    expect([state, await stateOf(id)]).toEqual(["requested", "pending"]);
    expect([await booked(payment), await posted(db, "refund.issued", id)]).toEqual([[], []]);
    expect(await left(db, payment)).toBe("30000");
    expect(await listWaitingRefunds(admin, {})).toMatchObject([{ id, amountMinor: 30_000n }]);
    // Whoever opens the list later has proved nothing anew.
    const later = { ...admin, actor: { ...admin.actor, provenAt: null } } as Ctx;
    expect(await listWaitingRefunds(later, {})).toHaveLength(1);
    await withdrawRefund(accountant, { id });
  });

  it("is booked as any other when it is approved, and everybody hears of it", async () => {
    const invoice = (await issuedFixture(organization, client.id)).id;
    const payment = await pay({ settles: [part(invoice, "240")] });
    const { id } = await ask(payment);
    await workAll();
    expect(await approve(id)).toEqual({ id, state: "succeeded" });
    expect(await stateOf(id)).toBe("approved");
    expect(await booked(payment)).toEqual([{ id, amount_minor: "30000" }]);
    expect(await posted(db, "refund.issued", id)).toEqual([
      "cash.bank -30000 -30000",
      "client_credit 30000 30000",
    ]);
    expect([await owed(db, invoice), await left(db, payment)]).toEqual(["24000", "0"]);
    expect((await audited(payment)).map((row) => row.action)).toEqual([
      "refund.request",
      "refund.approve",
      "payment.refund",
    ]);
    await workAll();
    const sent = await db.admin`
      select d.template, d.recipient from deliveries d join domain_events e on e.id = d.event_id
      where e.subject_id = ${payment} and d.template like 'refund%' order by d.id`;
    const email = (role: "admin" | "accountant") => `${role}-${organization.people[role]}@example.com`;
    expect(sent).toEqual([
      { template: "refund_requested", recipient: email("admin") },
      { template: "refund_approved", recipient: email("accountant") },
      { template: "refund", recipient: client.email },
    ]);
  });

  it("is refused with a reason, and can be asked for again", async () => {
    const payment = await pay();
    const { id } = await ask(payment);
    await expect(refuseRefund(admin, { id, refusal: " " })).rejects.toMatchObject({
      fields: { refusal: "required" },
    });
    await refuseRefund(admin, { id, refusal: "Not agreed with the client" });
    expect([await stateOf(id), await booked(payment)]).toEqual(["refused", []]);
    await expect(approve(id)).rejects.toMatchObject({ key: "doneBefore" });
    expect(await ask(payment)).toMatchObject({ state: "requested" });
    const { requests } = await getPayment(admin, { id: payment });
    expect(requests.map(({ request }) => request.refusal)).toEqual([null, "Not agreed with the client"]);
  });

  it("is taken back by whoever asked, and by nobody else", async () => {
    const payment = await pay();
    const { id } = await ask(payment);
    await expect(withdrawRefund(admin, { id })).rejects.toMatchObject({ key: "othersRequest" });
    await withdrawRefund(accountant, { id });
    await expect(withdrawRefund(accountant, { id })).rejects.toMatchObject({ key: "doneBefore" });
    expect(await stateOf(id)).toBe("withdrawn");
  });

  it("is never approved nor refused by whoever asked", async () => {
    const payment = await pay();
    const { id } = await ask(payment, {}, admin);
    await expect(approve(id)).rejects.toMatchObject({ key: "ownRequest" });
    await expect(refuseRefund(admin, { id, refusal: "No" })).rejects.toMatchObject({ key: "ownRequest" });
    await expect(approve(id, accountant)).rejects.toMatchObject({ code: "forbidden" });
    await expect(approve(id, organization.clientUser(client.id))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(approve(id, (await organizationFixture()).admin)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await booked(payment)).toEqual([]);
  });

  it("asks anew what can be given back: the request stays, and nothing is booked", async () => {
    const payment = await pay();
    const { id } = await ask(payment);
    await ask(payment, { amount: "50" });
    await expect(approve(id)).rejects.toMatchObject({ key: "balanceChanged" });
    await expect(approve(id, admin, "25000")).rejects.toMatchObject({ key: "overRefunded" });
    expect(await stateOf(id)).toBe("pending");
    expect(await booked(payment)).toHaveLength(1);
    const other = await pay();
    const { id: reversed } = await ask(other);
    await reversePayment(accountant, { id: other, reversedOn: "2026-03-20", reason: "Bounced" });
    await expect(approve(reversed)).rejects.toMatchObject({ key: "paymentReversed" });
  });

  it("waits once per payment, and sent twice is asked for once", async () => {
    const payment = await pay();
    const once = form(payment);
    const both = await Promise.all([refundPayment(accountant, once), refundPayment(accountant, once)]);
    expect(both).toEqual([
      { id: once.id, state: "requested" },
      { id: once.id, state: "requested" },
    ]);
    await expect(ask(payment)).rejects.toMatchObject({ key: "refundWaits" });
  });
});

describe("the limit", () => {
  it("counts parts together, so that splitting evades nothing", async () => {
    const payment = await pay();
    const states: string[] = [];
    for (const [amount, refundable] of [
      ["60", "30000"],
      ["40", "24000"],
      ["0.01", "20000"],
    ])
      states.push((await ask(payment, { amount, refundable })).state);
    expect(states).toEqual(["succeeded", "succeeded", "requested"]);
    expect((await getPayment(admin, { id: payment })).aloneMinor).toBe(0n);
  });

  it("counts nothing twice that was approved", async () => {
    const payment = await pay();
    const { id } = await ask(payment, { amount: "150" });
    await approve(id);
    expect(await ask(payment, { amount: "100", refundable: "15000" })).toMatchObject({ state: "succeeded" });
    expect(await ask(payment, { amount: "1", refundable: "5000" })).toMatchObject({ state: "requested" });
  });

  it("is in the currency of the books, at the payment's rate", async () => {
    const payment = await pay({ currency: "USD", exchangeRate: "0.5" });
    expect(await ask(payment, { amount: "200" })).toMatchObject({ state: "succeeded" });
    expect(await ask(payment, { amount: "0.01", refundable: "10000" })).toMatchObject({
      state: "requested",
    });
  });

  it("is set by an admin alone, in what the currency can express, and noted", async () => {
    await expect(setRefundApproval(accountant, { above: "1" })).rejects.toMatchObject({ code: "forbidden" });
    for (const [above, problem] of [
      ["1.001", "tooManyDecimals|2"],
      ["-1", "negative"],
    ])
      await expect(setRefundApproval(admin, { above })).rejects.toMatchObject({ fields: { above: problem } });
    const other = await organizationFixture();
    await setRefundApproval(other.admin, { above: "0" });
    await setRefundApproval(other.admin, { above: "" });
    const notes = await db.admin`
      select after from audit_log where organization_id = ${other.organizationId} and action = 'organization.set_refund_approval' order by id`;
    expect(notes.map((row) => row.after)).toEqual([
      { refundApprovalAboveMinor: "0" },
      { refundApprovalAboveMinor: null },
    ]);
  });
});

describe("races", () => {
  it("two approvals at once: one refund", async () => {
    const payment = await pay();
    const { id } = await ask(payment);
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => approve(id)));
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of all)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ key: "doneBefore" });
    expect(await booked(payment)).toHaveLength(1);
  });

  it("approving and taking back at once: one of them", async () => {
    const payment = await pay();
    const { id } = await ask(payment);
    const all = await Promise.allSettled([approve(id), withdrawRefund(accountant, { id })]);
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await booked(payment)).toHaveLength((await stateOf(id)) === "approved" ? 1 : 0);
  });

  it("ten parts at once come to no more than the limit", async () => {
    const payment = await pay();
    await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        ask(payment, { amount: "30", refundable: String(30_000 - 3_000 * index) }),
      ),
    );
    const [sum] =
      await db.admin`select coalesce(sum(amount_minor), 0) as minor from refunds where payment_id = ${payment}`;
    expect(Number(sum?.minor)).toBeLessThanOrEqual(10_000);
  });
});

describe("behind the code's back", () => {
  const row = (paymentId: string, over: object = {}) => ({
    id: newId(),
    paymentId,
    amountMinor: 10_001n,
    currency: "EUR",
    method: "cash" as const,
    state: "succeeded" as const,
    refundedOn: "2026-03-20",
    recordedBy: organization.people.accountant,
    ...over,
  });
  const insert = (values: ReturnType<typeof row>, by = accountant) =>
    transaction(by.actor, (tx) => tx.insert(refunds).values(values));
  const code = (sqlstate: string) => ({ cause: { code: sqlstate } });

  it("PostgreSQL refuses a refund beyond the limit without an approval of it", async () => {
    const payment = await pay();
    await expect(insert(row(payment))).rejects.toMatchObject(code("CF051"));
    await expect(insert({ ...row(payment), recordedBy: null as never })).rejects.toMatchObject(code("CF051"));
    // Within the limit the journal is what is missing.
    await expect(insert(row(payment, { amountMinor: 10_000n }))).rejects.toMatchObject({ code: "CF004" });
    // A gateway's own refund has happened already.
    const told = { ...row(payment), recordedBy: null as never };
    await expect(insert(told, organization.system)).rejects.toMatchObject({ code: "CF004" });
  });

  it("an approval fits its payment and amount, and is none without its refund", async () => {
    const payment = await pay();
    const { id } = await ask(payment);
    const decide = (by: Ctx, values: object) =>
      transaction(by.actor, (tx) => tx.update(refundRequests).set(values).where(eq(refundRequests.id, id)));
    const { accountant: accountantId, admin: adminId } = organization.people;
    const approved = { state: "approved", decidedAt: new Date() };
    await expect(decide(admin, { ...approved, decidedBy: adminId })).rejects.toMatchObject({ code: "CF004" });
    await expect(decide(admin, { ...approved, decidedBy: accountantId })).rejects.toMatchObject(
      code("CF003"),
    );
    for (const decidedBy of [accountantId, adminId])
      await expect(decide(accountant, { ...approved, decidedBy })).rejects.toMatchObject({
        cause: { code: expect.stringMatching(/^(42501|23514|CF003)$/) },
      });
    await expect(decide(admin, { amountMinor: 1n })).rejects.toMatchObject(code("42501"));
    expect(await stateOf(id)).toBe("pending");
  });

  it("nobody asks in another's name, or for what is decided already", async () => {
    const payment = await pay();
    const { state: _state, ...values } = row(payment);
    const asking = (fields: object) =>
      transaction(accountant.actor, (tx) =>
        tx
          .insert(refundRequests)
          .values({ ...values, requestedBy: organization.people.accountant, ...fields }),
      );
    await expect(asking({ requestedBy: organization.people.admin })).rejects.toMatchObject(code("CF003"));
    await expect(
      asking({ state: "approved", decidedBy: organization.people.admin, decidedAt: new Date() }),
    ).rejects.toMatchObject(code("CF003"));
  });
});
