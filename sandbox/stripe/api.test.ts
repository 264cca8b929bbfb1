import Stripe from "stripe";
import { expect, test } from "vitest";
import { ORGANIZATION, payOnce, sessionParams, startReceiver, startSandbox } from "../testing";

test("an idempotency key gives the first answer again, and never with other parameters", async () => {
  const { sandbox, stripe } = await startSandbox();
  const options = { idempotencyKey: "attempt-1" };
  const first = await stripe.checkout.sessions.create(sessionParams(), options);
  const again = await stripe.checkout.sessions.create(sessionParams(), options);
  expect(again.id).toBe(first.id);
  expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
  expect(again.lastResponse.requestId).not.toBe(first.lastResponse.requestId);
  expect(Object.keys(sandbox.state.sessions)).toEqual([first.id]);
  await expect(stripe.checkout.sessions.create(sessionParams(999), options)).rejects.toBeInstanceOf(
    Stripe.errors.StripeIdempotencyError,
  );
});

test("a refused parameter leaves the key free; a day later it is forgotten", async () => {
  let now = Date.parse("2026-03-04T05:00:00Z");
  const { stripe } = await startSandbox({ now: () => now });
  const options = { idempotencyKey: "attempt-2" };
  await expect(
    stripe.checkout.sessions.create({ ...sessionParams(), mode: "gift" }, options),
  ).rejects.toThrow();
  const first = await stripe.checkout.sessions.create(sessionParams(), options);
  now += 24 * 60 * 60 * 1000 + 1;
  const next = await stripe.checkout.sessions.create(sessionParams(), options);
  expect(next.id).not.toBe(first.id);
});

test("refunds in parts up to the whole and not a cent beyond", async () => {
  const receiver = await startReceiver();
  const { sandbox, stripe } = await startSandbox({ webhookUrl: receiver.webhookUrl });
  const { intent } = await payOnce(stripe, 10_000);
  await sandbox.settled();
  receiver.received.length = 0;

  const part = await stripe.refunds.create({
    payment_intent: intent.id,
    amount: 4_000,
    reason: "requested_by_customer",
    metadata: { refund_id: "r1" },
  });
  expect(part).toMatchObject({ amount: 4_000, status: "succeeded", metadata: { refund_id: "r1" } });
  await expect(stripe.refunds.create({ payment_intent: intent.id, amount: 6_001 })).rejects.toThrow(
    /greater than unrefunded amount/,
  );
  const rest = await stripe.refunds.create({ charge: String(intent.latest_charge) });
  expect(rest.amount).toBe(6_000);
  await expect(stripe.refunds.create({ payment_intent: intent.id, amount: 1 })).rejects.toMatchObject({
    code: "charge_already_refunded",
  });
  const charge = await stripe.charges.retrieve(String(intent.latest_charge), { expand: ["refunds"] });
  expect(charge).toMatchObject({ amount_refunded: 10_000, refunded: true });
  expect(charge.refunds?.data.map(({ id }) => id)).toEqual([rest.id, part.id]);

  await sandbox.settled();
  const expected = ["refund.created", "charge.refunded", "refund.updated"];
  expect(receiver.types()).toEqual([...expected, ...expected]);
  expect(receiver.received.every(({ path }) => path.endsWith(ORGANIZATION))).toBe(true);
  expect(receiver.received[1]?.event.data).toMatchObject({
    object: { amount_refunded: 4_000, refunded: false },
    previous_attributes: { amount_refunded: 0 },
  });
});

test("of refunds at the same moment only what was paid goes back", async () => {
  const { stripe } = await startSandbox();
  const { intent } = await payOnce(stripe, 10_000);
  const ask = () => stripe.refunds.create({ payment_intent: intent.id, amount: 4_000 });
  const answers = await Promise.allSettled(Array.from({ length: 6 }, ask));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
});

test("lists page by key, newest first", async () => {
  const { stripe } = await startSandbox();
  const made: string[] = [];
  for (let count = 0; count < 5; count += 1)
    made.unshift((await stripe.customers.create({ email: `c${count}@example.com` })).id);
  const first = await stripe.customers.list({ limit: 2 });
  expect(first.data.map(({ id }) => id)).toEqual(made.slice(0, 2));
  expect(first.has_more).toBe(true);
  const all = await stripe.customers.list({ limit: 2 }).autoPagingToArray({ limit: 10 });
  expect(all.map(({ id }) => id)).toEqual(made);
  const back = await stripe.customers.list({ limit: 1, ending_before: made[2] ?? "" });
  expect(back.data.map(({ id }) => id)).toEqual([made[1]]);
  expect((await stripe.customers.list({ email: "c3@example.com" })).data).toHaveLength(1);
  await expect(stripe.customers.list({ limit: 101 })).rejects.toThrow();
});

test("events can be read back and filtered", async () => {
  const { stripe } = await startSandbox();
  const { session, intent } = await payOnce(stripe);
  const events = await stripe.events.list({ types: ["checkout.session.completed"] });
  expect(events.data).toHaveLength(1);
  const event = await stripe.events.retrieve(events.data[0]?.id ?? "");
  expect(event).toMatchObject({ data: { object: { id: session.id } }, api_version: Stripe.API_VERSION });
  const [charge] = (await stripe.charges.list({ payment_intent: intent.id })).data;
  const found = await stripe.checkout.sessions.list({ payment_intent: intent.id });
  expect(found.data.map(({ id }) => id)).toEqual([session.id]);
  expect((await stripe.balanceTransactions.list({ source: charge?.id ?? "" })).data).toHaveLength(1);
  const customer = await stripe.customers.create({ name: "Ada", metadata: { a: "1", b: "2" } });
  const changed = await stripe.customers.update(customer.id, { metadata: { a: "", c: "3" } });
  expect(changed.metadata).toEqual({ b: "2", c: "3" });
});
