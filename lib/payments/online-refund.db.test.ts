import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setRefundApproval } from "@/lib/organizations/set-refund-approval";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { left, owed, posted, toldSince } from "@/tests/payments";
import { testSandbox } from "@/tests/sandbox";
import { dashboard, deliverEvents, payOnline, postEvent } from "@/tests/stripe";
import { workAll } from "@/tests/worker";
import { approveRefund } from "./approve-refund";
import { refundPayment } from "./refund";
import { reversePayment } from "./reverse";

const db = testDatabase();
const sandbox = testSandbox();
let organization: OrganizationFixture;
let client: { id: string; email: string };
let invoiceId: string;
let intent: string;
let paymentId: string;

beforeAll(async () => {
  organization = await organizationFixture();
});
beforeEach(async () => {
  client = await clientFixture(organization);
  invoiceId = (await issuedFixture(organization, client.id)).id;
  intent = await payOnline(sandbox.current, organization, invoiceId);
  const [payment] = await db.admin`select id from payments where gateway_payment_id = ${intent}`;
  paymentId = payment?.id;
  expect(await owed(db, invoiceId)).toBe("0");
});
afterEach(() => clock.reset());

const refund = (overrides: object = {}) =>
  refundPayment(organization.accountant, {
    id: newId(),
    paymentId,
    amount: "240",
    refundable: "24000",
    ...overrides,
  });
const refunds = () =>
  db.admin`select id, state, amount_minor, gateway_refund_id, problem from refunds where payment_id = ${paymentId} order by id`;
const atStripe = () =>
  Object.values(sandbox.current.state.refunds).filter((one) => one.payment_intent === intent);
const deliver = (type?: string) => deliverEvents(sandbox.current, organization.organizationId, type);
const mails = async () => {
  const rows =
    await db.admin`select template, recipient from deliveries where state = 'sent' and template like 'refund%'
    and event_id in (select id from domain_events where subject_id = ${paymentId}) order by id`;
  return rows.map((row) => `${row.template} ${String(row.recipient).split("-")[0]}`);
};
/** Has a failed job run again at once, as the queue would do in a while. */
const again = async () => {
  await db.admin`update graphile_worker._private_jobs set run_at = now() where locked_at is null`;
  await workAll();
};
const CASH = ["cash.stripe -24000 -24000", "client_credit 24000 24000"];

describe("a refund through the gateway", () => {
  it("beyond the limit asks the gateway when somebody else has approved it, and not before", async () => {
    await setRefundApproval(organization.admin, { above: "100" });
    try {
      const { id, state } = await refund();
      await workAll();
      expect([state, atStripe().length, (await refunds()).length]).toEqual(["requested", 0, 0]);
      const approved = await approveRefund(organization.admin, { id, refundable: "24000" });
      expect(approved).toEqual({ id, state: "pending" });
      await workAll();
      expect(atStripe()).toHaveLength(1);
      await deliver();
      expect(await refunds()).toMatchObject([{ id, state: "succeeded", amount_minor: "24000" }]);
      expect(await posted(db, "refund.issued", id)).toEqual(CASH);
    } finally {
      await setRefundApproval(organization.admin, { above: "" });
    }
  });

  it("is booked first, then asked for, and told once however often it is told", async () => {
    const { id, state } = await refund();
    expect(state).toBe("pending");
    expect(await posted(db, "refund.issued", id)).toEqual(CASH);
    expect([await owed(db, invoiceId), await left(db, paymentId)]).toEqual(["24000", "0"]);
    expect(atStripe()).toHaveLength(0);

    await workAll();
    expect(atStripe()).toMatchObject([{ amount: 24_000, metadata: { refund_id: id } }]);
    await deliver();
    await deliver();
    expect(await refunds()).toMatchObject([{ id, state: "succeeded", gateway_refund_id: atStripe()[0]?.id }]);
    expect(await toldSince(db, invoiceId)).toEqual([
      "payment.started",
      "payment.received",
      "credit.unapplied",
      "refund.started",
      "payment.refunded",
    ]);
    expect(await mails()).toEqual(["refund client"]);
  });

  it("in parts goes back as far as it was paid", async () => {
    await refund({ amount: "100" });
    await refund({ amount: "140", refundable: "14000" });
    await workAll();
    expect(atStripe().map(({ amount }) => amount)).toEqual([10_000, 14_000]);
    await expect(refund({ amount: "1", refundable: "0" })).rejects.toMatchObject({
      fields: { amount: "overRefunded" },
    });
  });

  it("is settled by the webhook when that comes before the answer", async () => {
    const { id } = await refund();
    await dashboard(sandbox.current).refunds.create(
      {
        payment_intent: intent,
        amount: 24_000,
        metadata: { organization_id: organization.organizationId, refund_id: id },
      },
      { idempotencyKey: id },
    );
    for (const event of Object.values(sandbox.current.state.events))
      if (event.type === "refund.created") await postEvent(organization.organizationId, event);
    await workAll();
    await deliver();
    expect(await refunds()).toMatchObject([{ id, state: "succeeded" }]);
    expect(atStripe()).toHaveLength(1);
    expect(await mails()).toEqual(["refund client"]);
  });

  it("that takes days at the gateway is pending until it is told; what is told late changes nothing", async () => {
    const { id } = await refund();
    const made = await dashboard(sandbox.current).refunds.create({
      payment_intent: intent,
      metadata: { refund_id: id },
    });
    Object.assign(sandbox.current.state.refunds[made.id] ?? {}, { status: "pending" });
    const tell = async (type: string, status: string) => {
      const event = { id: `evt_${newId()}`, type, data: { object: { ...made, status } } };
      await postEvent(organization.organizationId, event);
      await workAll();
    };
    await workAll();
    expect(await refunds()).toMatchObject([{ state: "pending", gateway_refund_id: made.id }]);
    await tell("refund.created", "pending");
    expect(await refunds()).toMatchObject([{ state: "pending" }]);
    await tell("refund.updated", "succeeded");
    await tell("refund.created", "pending");
    expect(await refunds()).toMatchObject([{ id, state: "succeeded" }]);
    await tell("refund.failed", "failed");
    await tell("refund.updated", "succeeded");
    expect(await refunds()).toMatchObject([{ id, state: "failed", problem: "failed" }]);
    expect(await left(db, paymentId)).toBe("24000");
  });

  it("stays pending when nobody answers, and asks again with the same key", async () => {
    sandbox.current.addFault({ target: "stripe", kind: "timeout", match: "POST /v1/refunds", times: 3 });
    const { id } = await refund();
    await workAll();
    expect(await refunds()).toMatchObject([{ id, state: "pending", gateway_refund_id: null }]);
    await again();
    expect(await refunds()).toMatchObject([{ id, state: "succeeded" }]);
    expect(atStripe()).toHaveLength(1);
  });

  it("is found when the gateway had done it and answered with a fault", async () => {
    sandbox.current.addFault({ target: "stripe", kind: "error500_after", match: "POST /v1/refunds" });
    const { id } = await refund();
    await workAll();
    expect(await refunds()).toMatchObject([{ id, state: "succeeded", gateway_refund_id: atStripe()[0]?.id }]);
    expect(atStripe()).toHaveLength(1);
  });

  it("fails when the gateway has a fault of its own: the credit is there again, and staff is told", async () => {
    sandbox.current.addFault({ target: "stripe", kind: "error500", match: "POST /v1/refunds" });
    const { id } = await refund();
    await workAll();
    expect(await refunds()).toMatchObject([{ id, state: "failed", problem: expect.any(String) }]);
    expect(await posted(db, "refund.failed", id)).toEqual([
      "cash.stripe 24000 24000",
      "client_credit -24000 -24000",
    ]);
    expect(await left(db, paymentId)).toBe("24000");
    expect(await mails()).toEqual(["refund_failed accountant"]);
    await refund();
    await workAll();
    expect((await refunds()).map(({ state }) => state)).toEqual(["failed", "succeeded"]);
  });

  it("that the gateway refuses, for it was made there already, fails; and the other one is recorded", async () => {
    await dashboard(sandbox.current).refunds.create({ payment_intent: intent });
    const { id } = await refund();
    await workAll();
    expect(await refunds()).toMatchObject([{ id, state: "failed" }]);
    await deliver();
    expect(await refunds()).toMatchObject([
      { id, state: "failed" },
      { state: "succeeded", amount_minor: "24000" },
    ]);
    expect([await owed(db, invoiceId), await left(db, paymentId)]).toEqual(["24000", "0"]);
  });

  it("that fails after it had succeeded is taken out of the books again", async () => {
    const { id } = await refund();
    await workAll();
    const [made] = atStripe();
    const failed = {
      id: `evt_${newId()}`,
      type: "refund.failed",
      data: { object: { ...made, status: "failed", failure_reason: "lost_or_stolen_card" } },
    };
    await postEvent(organization.organizationId, failed);
    await workAll();
    await deliver();
    expect(await refunds()).toMatchObject([{ id, state: "failed", problem: "lost_or_stolen_card" }]);
    expect(await left(db, paymentId)).toBe("24000");
    expect(await mails()).toEqual(["refund client", "refund_failed accountant"]);
  });

  it("is the only way back for an online payment", async () => {
    const input = { id: paymentId, reversedOn: "2026-03-20", reason: "Mistake" };
    await expect(reversePayment(organization.admin, input)).rejects.toMatchObject({
      key: "onlineNotReversed",
    });
  });
});
