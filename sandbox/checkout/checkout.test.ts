import Stripe from "stripe";
import { expect, test } from "vitest";
import { card, ORGANIZATION, post, SECRET, sessionParams, startReceiver, startSandbox } from "../testing";

async function openSession(params = sessionParams()) {
  const receiver = await startReceiver();
  const { sandbox, stripe } = await startSandbox({ webhookUrl: receiver.webhookUrl });
  const session = await stripe.checkout.sessions.create(params);
  return { receiver, sandbox, stripe, session, url: session.url ?? "" };
}

test("paying redirects to the shop, and signed webhooks say what was paid", async () => {
  const { receiver, sandbox, stripe, session, url } = await openSession();
  expect(session).toMatchObject({ status: "open", payment_status: "unpaid", amount_total: 12_345 });
  expect(session.id).toMatch(/^cs_test_\w{58}$/);
  const shown = await (await fetch(url)).text();
  expect(shown).toContain("€123.45");
  expect(shown).toContain("Invoice 2026-0001");

  const answer = await post(url, card("4242 4242 4242 4242"));
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe(`http://app.localhost/pay/token?session=${session.id}`);

  await sandbox.settled();
  expect(receiver.types()).toEqual([
    "payment_intent.succeeded",
    "charge.succeeded",
    "checkout.session.completed",
  ]);
  for (const { path, body, signature } of receiver.received) {
    expect(path).toBe(`/hooks/${ORGANIZATION}`);
    expect(Stripe.webhooks.constructEvent(body, signature, SECRET).livemode).toBe(false);
    expect(() => Stripe.webhooks.constructEvent(`${body} `, signature, SECRET)).toThrow();
  }
  expect(receiver.received[2]?.event.data.object).toMatchObject({
    id: session.id,
    payment_status: "paid",
    amount_total: 12_345,
    currency: "eur",
    payment_intent: expect.stringMatching(/^pi_\w{24}$/),
    metadata: { organization_id: ORGANIZATION, invoice_id: "inv_1" },
    customer_details: { email: "payer@example.com", name: "Ada Payer" },
  });

  const read = await stripe.checkout.sessions.retrieve(session.id, {
    expand: ["payment_intent.latest_charge.balance_transaction", "line_items"],
  });
  const intent = read.payment_intent as Stripe.PaymentIntent;
  const charge = intent.latest_charge as Stripe.Charge;
  expect(intent).toMatchObject({ status: "succeeded", amount_received: 12_345 });
  expect(charge.payment_method_details?.card).toMatchObject({ brand: "visa", last4: "4242", exp_year: 2040 });
  // 12345 × 1.5 % = 185.175, and 25.
  expect(charge.balance_transaction).toMatchObject({ amount: 12_345, fee: 210, net: 12_135 });
  expect(read.line_items?.data[0]).toMatchObject({ description: "Invoice 2026-0001", amount_total: 12_345 });
});

test("a declined card keeps what was typed except the card, and another card pays", async () => {
  const { receiver, sandbox, stripe, session, url } = await openSession();
  for (const [number, code] of [
    ["4000000000000002", "card_declined"],
    ["4000000000009995", "card_declined"],
    ["4000000000000069", "expired_card"],
    ["4000000000000127", "incorrect_cvc"],
    ["4000000000000119", "processing_error"],
  ] as const) {
    const answer = await post(url, card(number, { cvc: "987", expiry: "11/39" }));
    const shown = await answer.text();
    expect(answer.status).toBe(402);
    expect(shown).toContain('role="alert"');
    expect(shown).toContain("payer@example.com");
    expect(shown).toContain("Ada Payer");
    expect(shown).not.toContain("987");
    expect(shown).not.toContain("11/39");
    const read = await stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
    expect(read.payment_intent).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { type: "card_error", code },
    });
  }
  await sandbox.settled();
  expect(receiver.types().filter((type) => type === "payment_intent.payment_failed")).toHaveLength(5);
  expect((await post(url, card("4242424242424242"))).status).toBe(303);
  const charges = await stripe.charges.list();
  expect(charges.data.map(({ status }) => status)).toEqual(["succeeded", ...Array(5).fill("failed")]);
});

test("authentication can be passed and failed", async () => {
  const { receiver, sandbox, stripe, session, url } = await openSession();
  const start = async () => {
    const asked = await post(url, card("4000002500003155"));
    expect(asked.headers.get("location")).toBe(`/checkout/${session.id}/authenticate`);
    return new URL(asked.headers.get("location") ?? "", url).href;
  };
  const failed = await post(await start(), { outcome: "fail" });
  expect(failed.status).toBe(402);
  expect(await failed.text()).toContain("could not authenticate");

  const page = await start();
  expect(await (await fetch(page)).text()).toContain("Complete authentication");
  const passed = await post(page, { outcome: "complete" });
  expect(passed.headers.get("location")).toContain(session.id);
  expect((await post(page, { outcome: "complete" })).status).toBe(409);
  await sandbox.settled();
  expect(receiver.types()).toEqual([
    "payment_intent.requires_action",
    "payment_intent.payment_failed",
    "payment_intent.requires_action",
    "payment_intent.succeeded",
    "charge.succeeded",
    "checkout.session.completed",
  ]);
  const [charge] = (await stripe.charges.list()).data;
  expect(charge?.payment_method_details?.card?.three_d_secure?.result).toBe("authenticated");
});

test("wrong input is named beside its field and charges nothing", async () => {
  const { stripe, url } = await openSession();
  for (const [changes, message] of [
    [{ number: "4242424242424241" }, "not valid"],
    [{ number: "abc" }, "13 to 19 digits"],
    [{ expiry: "01/20" }, "in the past"],
    [{ expiry: "13/40" }, "MM/YY"],
    [{ cvc: "12" }, "3-digit"],
    [{ number: "378282246310005" }, "4-digit"],
    [{ email: "nobody" }, "email address"],
    [{ name: " " }, "name on the card"],
    [{ name: '"><script>alert(1)</script>', cvc: "" }, "&#60;script&#62;"],
  ] as const) {
    const answer = await post(url, card("4242424242424242", changes));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(message);
  }
  expect((await stripe.charges.list()).data).toEqual([]);
  const real = await post(url, card("4111111111111111"));
  expect(await real.text()).toContain("only test cards");
});

test("of ten payers at once one pays, and later ones are told", async () => {
  const { receiver, sandbox, stripe, url } = await openSession();
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(url, card("4242424242424242"))));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
  await sandbox.settled();
  expect(receiver.types().filter((type) => type === "checkout.session.completed")).toHaveLength(1);
  expect((await stripe.charges.list()).data).toHaveLength(1);
  expect(await (await fetch(url)).text()).toContain("Already paid");
});

test("a session expires by request and by time, and then nobody can pay", async () => {
  let now = Date.parse("2026-03-04T05:00:00Z");
  const receiver = await startReceiver();
  const { sandbox, stripe } = await startSandbox({ webhookUrl: receiver.webhookUrl, now: () => now });
  const early = await stripe.checkout.sessions.create(sessionParams());
  const late = await stripe.checkout.sessions.create(sessionParams());
  expect((await stripe.checkout.sessions.expire(early.id)).status).toBe("expired");
  await expect(stripe.checkout.sessions.expire(early.id)).rejects.toThrow(/expired/);
  now += 25 * 60 * 60 * 1000;
  expect((await post(late.url ?? "", card("4242424242424242"))).status).toBe(410);
  await sandbox.settled();
  expect(
    receiver.received.map(({ event }) => [event.type, (event.data.object as { id: string }).id]),
  ).toEqual([
    ["checkout.session.expired", early.id],
    ["checkout.session.expired", late.id],
  ]);
});

test("an unknown session is a page of its own", async () => {
  const { sandbox } = await startSandbox();
  const answer = await fetch(`${sandbox.url}/checkout/cs_test_unknown`);
  expect(answer.status).toBe(404);
  expect((await fetch(`${sandbox.url}/checkout/__proto__`)).status).toBe(404);
});
