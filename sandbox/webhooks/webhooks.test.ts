import Stripe from "stripe";
import { expect, test } from "vitest";
import { payOnce, postJson, SECRET, startReceiver, startSandbox } from "../testing";

async function start() {
  const receiver = await startReceiver();
  const { sandbox, stripe } = await startSandbox({ webhookUrl: receiver.webhookUrl });
  const send = async (body: object) => (await postJson(`${sandbox.url}/api/webhooks/send`, body)).json();
  return { receiver, sandbox, stripe, send };
}

const object = {
  object: "checkout.session",
  amount_total: 1,
  currency: "usd",
  metadata: { organization_id: "org 1" },
};

test("sends any event, rightly signed", async () => {
  const { receiver, send } = await start();
  const answer = await send({ type: "checkout.session.completed", object, event_id: "evt_mine", created: 5 });
  expect(answer).toMatchObject({ event_id: "evt_mine", attempt: { status: 200, answer: "noted" } });
  const [got] = receiver.received;
  expect(got?.path).toBe("/hooks/org%201");
  const event = Stripe.webhooks.constructEvent(got?.body ?? "", got?.signature ?? "", SECRET);
  expect(event).toMatchObject({ id: "evt_mine", created: 5, data: { object } });
});

test("sends old, future and wrongly signed events", async () => {
  const { receiver, send } = await start();
  await send({ type: "a", object, timestamp_offset: -3_600 });
  await send({ type: "b", object, timestamp_offset: 3_600 });
  await send({ type: "c", object, secret: "whsec_wrong" });
  const [old, future, wrong] = receiver.received;
  const check = (one: typeof old) => () =>
    Stripe.webhooks.constructEvent(one?.body ?? "", one?.signature ?? "", SECRET);
  expect(check(old)).toThrow(/tolerance/);
  const signedAt = Number(/t=(\d+)/.exec(future?.signature ?? "")?.[1]);
  expect(signedAt - Date.now() / 1000).toBeGreaterThan(3_500);
  expect(check(wrong)).toThrow(/signature/);
});

test("names what is wrong with a custom event, and keeps its secret to itself", async () => {
  const { send, sandbox } = await start();
  expect(await send({ type: "a" })).toMatchObject({ error: "invalid_webhook" });
  expect(await send({ type: "a", object: {}, colour: "red" })).toMatchObject({ error: "invalid_webhook" });
  await send({ type: "a", object, secret: "whsec_wrong" });
  expect(await (await fetch(`${sandbox.url}/api/webhooks`)).text()).not.toContain("whsec_wrong");
});

test("an event of no known organization is shown as undelivered", async () => {
  const { receiver, sandbox, stripe } = await start();
  await stripe.customers.create({ email: "a@example.com" });
  await sandbox.settled();
  expect(receiver.received).toEqual([]);
  expect(Object.values(sandbox.state.deliveries)[0]).toMatchObject({
    status: "undelivered",
    organizationId: null,
  });
});

test("the overview shows payments, webhooks and faults, escaped", async () => {
  const { sandbox, stripe, send } = await start();
  await payOnce(stripe);
  await sandbox.settled();
  await send({ type: "<script>alert(1)</script>", object });
  sandbox.addFault({ target: "stripe", kind: "delay", match: "<b>" });
  const shown = await (await fetch(sandbox.url)).text();
  expect(shown).toContain("payer@example.com");
  expect(shown).toContain("checkout.session.completed");
  expect(shown).not.toContain("<script>");
  expect(shown).not.toContain("<b>");
});
