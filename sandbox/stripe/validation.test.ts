import Stripe from "stripe";
import { expect, test } from "vitest";
import { sessionParams, startSandbox, testSettings } from "../testing";

const AUTHORIZATION = { authorization: `Bearer ${testSettings().stripeSecretKey}` };

type Change = [change: Record<string, string>, param: string, code: string | undefined];

const GOOD: Record<string, string> = {
  mode: "payment",
  success_url: "http://app.localhost/done",
  "line_items[0][quantity]": "1",
  "line_items[0][price_data][currency]": "eur",
  "line_items[0][price_data][unit_amount]": "1000",
  "line_items[0][price_data][product_data][name]": "Invoice",
};

async function create(url: string, form: Record<string, string>) {
  const given = Object.entries(form).filter(([, value]) => value !== "(absent)");
  const answer = await fetch(`${url}/v1/checkout/sessions`, {
    method: "POST",
    headers: AUTHORIZATION,
    body: new URLSearchParams(given),
  });
  return { status: answer.status, body: await answer.json() };
}

const PRICE = "line_items[0][price_data]";
const many = (count: number, entry: (index: number) => [string, string]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));

const BAD: Change[] = [
  [{ colour: "red" }, "colour", "parameter_unknown"],
  [{ __proto: "x" }, "__proto", "parameter_unknown"],
  [{ [`${PRICE}[colour]`]: "red" }, `${PRICE}[colour]`, "parameter_unknown"],
  [{ mode: "(absent)" }, "mode", "parameter_missing"],
  [{ success_url: "(absent)" }, "success_url", "parameter_missing"],
  [{ [`${PRICE}[currency]`]: "(absent)" }, `${PRICE}[currency]`, "parameter_missing"],
  [{ "line_items[0][quantity]": "(absent)" }, "line_items[0][quantity]", "parameter_missing"],
  [{ mode: "gift" }, "mode", undefined],
  [{ mode: "subscription" }, "mode", "sandbox_not_simulated"],
  [{ success_url: "/done" }, "success_url", "url_invalid"],
  [{ success_url: "javascript:alert(1)" }, "success_url", "url_invalid"],
  [{ cancel_url: "" }, "cancel_url", "parameter_invalid_empty"],
  [{ customer_email: "nobody" }, "customer_email", "email_invalid"],
  [{ [`${PRICE}[unit_amount]`]: "10.5" }, `${PRICE}[unit_amount]`, "parameter_invalid_integer"],
  [{ [`${PRICE}[unit_amount]`]: "1e3" }, `${PRICE}[unit_amount]`, "parameter_invalid_integer"],
  [{ [`${PRICE}[unit_amount]`]: "-1" }, `${PRICE}[unit_amount]`, "parameter_invalid_integer"],
  [{ "line_items[0][quantity]": "0" }, "line_items[0][quantity]", "parameter_invalid_integer"],
  [{ [`${PRICE}[unit_amount]`]: "49" }, "line_items", "amount_too_small"],
  [{ "line_items[0][quantity]": "100000" }, "line_items", "amount_too_large"],
  [{ [`${PRICE}[currency]`]: "EUR" }, `${PRICE}[currency]`, undefined],
  [{ [`${PRICE}[currency]`]: "xxx" }, `${PRICE}[currency]`, undefined],
  [{ [`${PRICE}[currency]`]: "kwd", [`${PRICE}[unit_amount]`]: "1001" }, "line_items", undefined],
  [{ client_reference_id: "x".repeat(201) }, "client_reference_id", undefined],
  [many(51, (index) => [`metadata[k${index}]`, "v"]), "metadata", undefined],
  [{ [`metadata[${"k".repeat(41)}]`]: "v" }, "metadata", undefined],
  [{ "metadata[k]": "v".repeat(501) }, "metadata[k]", undefined],
  [{ "metadata[k][deep]": "v" }, "metadata[k]", undefined],
  [{ locale: "tlh" }, "locale", undefined],
  [{ expires_at: "1" }, "expires_at", undefined],
  [{ customer: "cus_unknown" }, "customer", "resource_missing"],
  [
    { "payment_intent_data[capture_method]": "manual" },
    "payment_intent_data[capture_method]",
    "sandbox_not_simulated",
  ],
  [
    { "payment_intent_data[statement_descriptor]": "x".repeat(23) },
    "payment_intent_data[statement_descriptor]",
    undefined,
  ],
  [
    { "payment_method_types[0]": "card", "payment_method_types[1]": "ideal" },
    "payment_method_types[1]",
    "sandbox_not_simulated",
  ],
  [{ expand: "payment_intent" }, "expand", undefined],
  [many(101, (index) => [`line_items[${index}][quantity]`, "1"]), "line_items", undefined],
];

test.each(BAD)("refuses %j", async (change, param, code) => {
  const { sandbox } = await startSandbox();
  const { status, body } = await create(sandbox.url, { ...GOOD, ...change });
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ type: "invalid_request_error", param, message: expect.any(String) });
  expect(body.error.code).toBe(code);
  expect(sandbox.state.sessions).toEqual({});
});

test("accepts the good one, and the SDK gets errors as Stripe's own classes", async () => {
  const { sandbox, stripe } = await startSandbox();
  expect((await create(sandbox.url, GOOD)).status).toBe(200);
  const bad = stripe.checkout.sessions.create({ ...sessionParams(), customer_email: "nobody" });
  await expect(bad).rejects.toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
  await expect(stripe.checkout.sessions.retrieve("cs_test_unknown")).rejects.toMatchObject({
    code: "resource_missing",
    statusCode: 404,
  });
});

test("accepts only the app's own key", async () => {
  const { sandbox } = await startSandbox();
  const { hostname, port } = new URL(sandbox.url);
  const other = new Stripe("sk_test_sandbox_other", { host: hostname, port, protocol: "http" });
  await expect(other.balanceTransactions.list()).rejects.toBeInstanceOf(
    Stripe.errors.StripeAuthenticationError,
  );
  const answer = await fetch(`${sandbox.url}/v1/account`);
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ error: { type: "invalid_request_error" } });
});

test("a body over the limit is refused before it is read", async () => {
  const { sandbox } = await startSandbox();
  const answer = await fetch(`${sandbox.url}/v1/checkout/sessions`, {
    method: "POST",
    headers: AUTHORIZATION,
    body: "x".repeat(1024 * 1024 + 1),
  });
  expect(answer.status).toBe(413);
});
