import { expect, test } from "vitest";
import { payOnce, post, postJson, sessionParams, startReceiver, startSandbox } from "../testing";

const COMPLETED = "checkout.session.completed";
const IN_ORDER = ["payment_intent.succeeded", "charge.succeeded", COMPLETED];

async function start(statuses: number[] = [], webhookRetryDelays: number[] = []) {
  const receiver = await startReceiver(statuses);
  const { webhookUrl } = receiver;
  return { receiver, ...(await startSandbox({ webhookUrl, webhookRetryDelays })) };
}

test("error500 does nothing, and its idempotency key remembers the 500", async () => {
  const { sandbox, stripe } = await start();
  sandbox.addFault({ target: "stripe", kind: "error500", match: "POST /v1/checkout/sessions" });
  const options = { idempotencyKey: "k" };
  await expect(stripe.checkout.sessions.create(sessionParams(), options)).rejects.toMatchObject({
    statusCode: 500,
  });
  expect(sandbox.state.sessions).toEqual({});
  await expect(stripe.checkout.sessions.create(sessionParams(), options)).rejects.toMatchObject({
    statusCode: 500,
  });
  expect((await stripe.checkout.sessions.create(sessionParams())).status).toBe("open");
});

test("error500_after does it and hides it", async () => {
  const { sandbox, stripe } = await start();
  sandbox.addFault({ target: "stripe", kind: "error500_after" });
  await expect(stripe.checkout.sessions.create(sessionParams())).rejects.toMatchObject({ statusCode: 500 });
  expect((await stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test("a timeout has its effect once: the same key finds the answer later", async () => {
  const { sandbox, stripe } = await start();
  const { intent } = await payOnce(stripe, 10_000);
  // Twice, because the SDK itself tries a closed connection once more.
  sandbox.addFault({ target: "stripe", kind: "timeout", times: 2, match: "/v1/refunds" });
  const options = { idempotencyKey: "refund-1" };
  const ask = () => stripe.refunds.create({ payment_intent: intent.id, amount: 5_000 }, options);
  await expect(ask()).rejects.toMatchObject({ type: "StripeConnectionError" });
  expect((await ask()).amount).toBe(5_000);
  expect((await stripe.refunds.list({ payment_intent: intent.id })).data).toHaveLength(1);
});

test("a delay answers late, and only its number of times", async () => {
  const { sandbox, stripe } = await start();
  sandbox.addFault({ target: "stripe", kind: "delay", ms: 80 });
  const started = performance.now();
  await stripe.checkout.sessions.create(sessionParams());
  expect(performance.now() - started).toBeGreaterThanOrEqual(75);
  expect(sandbox.state.faults).toEqual({});
});

test("a dropped webhook arrives only when sent by hand", async () => {
  const { receiver, sandbox, stripe } = await start();
  sandbox.addFault({ target: "webhook", kind: "drop", match: COMPLETED });
  await payOnce(stripe);
  await sandbox.settled();
  expect(receiver.types()).toEqual(IN_ORDER.slice(0, 2));
  const { deliveries } = await (await fetch(`${sandbox.url}/api/webhooks`)).json();
  expect(deliveries[0]).toMatchObject({ type: COMPLETED, status: "dropped" });
  const resent = await post(`${sandbox.url}/api/webhooks/${deliveries[0].id}/resend`, {});
  expect(resent.headers.get("location")).toBe("/#webhooks");
  expect(receiver.types()).toEqual(IN_ORDER);
});

test("a duplicated webhook arrives twice with the same id", async () => {
  const { receiver, sandbox, stripe } = await start();
  sandbox.addFault({ target: "webhook", kind: "duplicate", match: "checkout.*" });
  await payOnce(stripe);
  await sandbox.settled();
  const completed = receiver.received.filter(({ event }) => event.type === COMPLETED);
  expect(completed).toHaveLength(2);
  expect(completed[0]?.event.id).toBe(completed[1]?.event.id);
});

test("a reordered webhook is overtaken by the next two", async () => {
  const { receiver, sandbox, stripe } = await start();
  sandbox.addFault({ target: "webhook", kind: "reorder", times: 2, match: "payment_intent.succeeded" });
  await payOnce(stripe);
  await sandbox.settled();
  expect(receiver.types()).toEqual(["charge.succeeded", COMPLETED, "payment_intent.succeeded"]);
});

test("a delayed webhook arrives after those that were not", async () => {
  const { receiver, sandbox, stripe } = await start();
  sandbox.addFault({ target: "webhook", kind: "delay", ms: 60, match: "payment_intent.succeeded" });
  await payOnce(stripe);
  await sandbox.settled();
  expect(receiver.types()).toEqual(["charge.succeeded", COMPLETED, "payment_intent.succeeded"]);
});

test("a refused webhook is tried again, a bounded number of times", async () => {
  const recovers = await start([500, 503, 200], [1, 1, 1]);
  await recovers.stripe.customers.create({ metadata: { organization_id: "o" } });
  await recovers.sandbox.settled();
  const [delivery] = Object.values(recovers.sandbox.state.deliveries);
  expect(delivery).toMatchObject({ status: "delivered" });
  expect(delivery?.attempts.map(({ status }) => status)).toEqual([500, 503, 200]);

  const refuses = await start([400, 400, 400, 400], [1, 1]);
  await refuses.stripe.customers.create({ metadata: { organization_id: "o" } });
  await refuses.sandbox.settled();
  expect(refuses.receiver.received).toHaveLength(3);
  expect(Object.values(refuses.sandbox.state.deliveries)[0]).toMatchObject({ status: "undelivered" });
});

test("faults are armed, listed and disarmed over HTTP, and wrong ones refused", async () => {
  const { sandbox } = await start();
  const url = `${sandbox.url}/faults`;
  expect((await postJson(url, { target: "webhook", kind: "drop", times: 2 })).status).toBe(201);
  const form = { fault: "resend:timeout", times: "1", ms: "", match: "" };
  expect((await post(url, form)).status).toBe(303);
  const { faults } = await (await fetch(url)).json();
  expect(faults).toMatchObject([
    { kind: "drop", remaining: 2 },
    { target: "resend", kind: "timeout" },
  ]);
  for (const wrong of [
    { target: "webhook", kind: "error500" },
    { target: "moon", kind: "drop" },
    { target: "stripe", kind: "delay", times: 0 },
    null,
  ])
    expect((await postJson(url, wrong)).status).toBe(400);
  expect((await fetch(`${url}/${faults[0].id}`, { method: "DELETE" })).status).toBe(204);
  await fetch(url, { method: "DELETE" });
  expect(sandbox.state.faults).toEqual({});
});

test("pages of other sites may not arm anything", async () => {
  const { sandbox } = await start();
  const answer = await fetch(`${sandbox.url}/faults`, {
    method: "DELETE",
    headers: { origin: "http://evil.example" },
  });
  expect(answer.status).toBe(403);
});
