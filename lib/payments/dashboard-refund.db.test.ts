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
import { left, owed, part, paymentForm } from "@/tests/payments";
import { testSandbox } from "@/tests/sandbox";
import { dashboard, deliverEvents, payOnline, postEvent } from "@/tests/stripe";
import { workAll } from "@/tests/worker";
import { recordPayment } from "./record-payment";

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

const refunds = () =>
  db.admin`select id, state, amount_minor, gateway_refund_id, problem from refunds where payment_id = ${paymentId} order by id`;
const deliver = (type?: string) => deliverEvents(sandbox.current, organization.organizationId, type);
/** Has a failed job run again at once, as the queue would do in a while. */
const again = async () => {
  await db.admin`update graphile_worker._private_jobs set run_at = now() where locked_at is null`;
  await workAll();
};

describe("a refund made in the gateway's own dashboard", () => {
  it("is recorded once, in any order, and its invoice owes again", async () => {
    const made = await dashboard(sandbox.current).refunds.create({ payment_intent: intent, amount: 5_000 });
    const events = Object.values(sandbox.current.state.events).filter(
      ({ data }) => (data.object as { id?: string }).id === made.id,
    );
    expect(events.map(({ type }) => type)).toEqual(["refund.created", "refund.updated"]);
    await Promise.all(
      [...events, ...events].reverse().map((event) => postEvent(organization.organizationId, event)),
    );
    await workAll();
    await deliver();
    expect(await refunds()).toMatchObject([
      { state: "succeeded", amount_minor: "5000", gateway_refund_id: made.id },
    ]);
    expect([await owed(db, invoiceId), await left(db, paymentId)]).toEqual(["5000", "0"]);
    const [audit] = await db.admin`
      select actor_kind, after from audit_log where subject_id = ${paymentId} and action = 'payment.refund'`;
    expect(audit).toMatchObject({ actor_kind: "system", after: { amountMinor: "5000" } });
  });

  it("that is told before its payment is recorded after it", async () => {
    const early = (await issuedFixture(organization, client.id)).id;
    const hold = await payOnline(sandbox.current, organization, early, false);
    await dashboard(sandbox.current).refunds.create({ payment_intent: hold, amount: 4_000 });
    await deliver("refund.created");
    expect(await owed(db, early)).toBe("24000");
    await deliver("checkout.session.completed");
    expect(await owed(db, early)).toBe("0");
    await again();
    expect(await owed(db, early)).toBe("4000");
  });

  it("of somebody else's payment is ignored", async () => {
    const event = {
      id: `evt_${newId()}`,
      type: "refund.created",
      data: {
        object: {
          id: "re_x",
          object: "refund",
          amount: 1,
          currency: "eur",
          payment_intent: "pi_x",
          status: "succeeded",
        },
      },
    };
    const state = async () =>
      (await db.admin`select state from webhook_inbox where event_id = ${event.id}`)[0]?.state;
    await postEvent(organization.organizationId, event);
    await workAll();
    expect(await state()).toBe("received");
    clock.set(new Date(Date.now() + 16 * 60_000));
    await again();
    expect(await state()).toBe("ignored");
  });
});

it("a payment by hand while one comes online loses nothing: what is too much is the client's credit", async () => {
  const racy = (await issuedFixture(organization, client.id)).id;
  await payOnline(sandbox.current, organization, racy, false);
  const form = paymentForm(client.id, { settles: [part(racy, "240")] });
  const [byHand] = await Promise.allSettled([
    recordPayment(organization.accountant, form),
    deliver("checkout.session.completed"),
  ]);
  await workAll();
  const [sums] = await db.admin`
    select (select balance_minor from invoice_balances where invoice_id = ${racy}) as owed,
      (select sum(amount_minor) from allocations where invoice_id = ${racy}) as settled,
      (select coalesce(sum(balance_minor), 0) from credit_balances where client_id = ${client.id}) as credit`;
  expect(sums).toEqual({
    owed: "0",
    settled: "24000",
    credit: byHand.status === "fulfilled" ? "24000" : "0",
  });
});
