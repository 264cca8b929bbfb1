import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { paymentAttempts } from "@/db/schema";
import { findLinkActor } from "@/lib/invoices/hosted";
import { linkToken } from "@/lib/invoices/links";
import { sendInvoice } from "@/lib/invoices/send";
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
import { testSandbox } from "@/tests/sandbox";
import { workAll } from "@/tests/worker";
import { receiveWebhook } from "./receive-webhook";
import { openAttempt, startCheckout } from "./start-checkout";

const db = testDatabase();
const sandbox = testSandbox();
let organization: OrganizationFixture;
let clientId: string;
let holder: Ctx;
let invoiceId: string;

beforeAll(async () => {
  organization = await organizationFixture();
  clientId = (await clientFixture(organization)).id;
});
beforeEach(async () => {
  clock.reset();
  ({ invoiceId, holder } = await sent());
});

/** An invoice of 240.00 that was sent, and the holder of its link. */
async function sent(overrides: object = {}) {
  const { id } = await issuedFixture(organization, clientId, overrides);
  await sendInvoice(organization.accountant, { id });
  const [link] = await db.admin`select id from invoice_links where invoice_id = ${id}`;
  const actor = await findLinkActor(linkToken(link?.id));
  if (!actor) throw new Error("no link");
  return { invoiceId: id, holder: { actor, requestId: "test", ip: null } satisfies Ctx };
}

const start = () => startCheckout(holder, "http://localhost:3000/pay/token");
const attempts = () =>
  db.admin`select id, state, amount_minor, gateway_session_id from payment_attempts where invoice_id = ${invoiceId} order by id`;
const states = async () => (await attempts()).map((row) => row.state);
const sessions = () =>
  Object.values(sandbox.current.state.sessions)
    .map(({ object }) => object)
    .filter((session) => session.client_reference_id === invoiceId);
const audited = (action: string) => db.admin`select a.id from audit_log a
  join payment_attempts t on t.id = a.subject_id where a.action = ${action} and t.invoice_id = ${invoiceId}`;

/** Settles a part of the invoice by a payment that comes from elsewhere. */
async function settle(amountMinor: number) {
  const attemptId = newId();
  await db.admin`insert into payment_attempts (organization_id, id, invoice_id, gateway, amount_minor, currency, state)
    values (${organization.organizationId}, ${attemptId}, ${invoiceId}, 'stripe', ${amountMinor}, 'EUR', 'failed')`;
  const eventId = `evt_${attemptId}`;
  const object = {
    id: `cs_${attemptId}`,
    payment_status: "paid",
    payment_intent: `pi_${attemptId}`,
    amount_total: amountMinor,
    currency: "eur",
    metadata: { attempt_id: attemptId },
  };
  const payload = { id: eventId, type: "checkout.session.completed", data: { object } };
  await receiveWebhook(organization.system, {
    gateway: "stripe",
    eventId,
    eventType: payload.type,
    payload,
  });
  await workAll();
}

describe("starting a checkout", () => {
  it("makes one try and one session, however often it is clicked at once", async () => {
    const urls = await Promise.all(Array.from({ length: 12 }, start));
    expect(new Set(urls).size).toBe(1);
    expect(urls[0]).toContain("/checkout/cs_");
    expect(await attempts()).toMatchObject([{ state: "open", amount_minor: "24000" }]);
    expect(sessions()).toMatchObject([{ amount_total: 24_000, currency: "eur", status: "open" }]);
    expect(await audited("payment.start")).toHaveLength(1);
    expect(await audited("payment.open_checkout")).toHaveLength(1);
    expect(await start()).toBe(urls[0]);
  });

  it("is refused when nothing is owed, and leaves no try", async () => {
    await settle(24_000);
    await expect(start()).rejects.toMatchObject({ code: "conflict", key: "nothingToPay" });
    expect(sessions()).toEqual([]);
    expect(await states()).toEqual(["succeeded"]);
  });

  it("says so when the gateway takes no such amount, which makes no session", async () => {
    ({ invoiceId, holder } = await sent({
      currency: "KWD",
      exchangeRate: "3.1",
      lines: [line("1.001")],
    }));
    await expect(start()).rejects.toMatchObject({ code: "conflict", key: "gatewayRefused" });
    expect(sessions()).toEqual([]);
    expect(await states()).toEqual(["failed"]);
  });

  it("finds the same session again after nobody answered", async () => {
    sandbox.current.addFault({
      target: "stripe",
      kind: "timeout",
      times: 3,
      match: "POST /v1/checkout/sessions",
    });
    await expect(start()).rejects.toMatchObject({ code: "unavailable", key: "gatewayUnanswered" });
    expect(await states()).toEqual(["created"]);
    const [made] = sessions();
    const url = await start();
    expect(url).toBe(made?.url);
    expect(sessions()).toHaveLength(1);
    expect(await attempts()).toMatchObject([{ state: "open", gateway_session_id: made?.id }]);
  });

  it("asks anew after the gateway failed, whose key would only repeat the failure", async () => {
    sandbox.current.addFault({ target: "stripe", kind: "error500", match: "POST /v1/checkout/sessions" });
    await expect(start()).rejects.toMatchObject({ code: "unavailable", key: "gatewayUnanswered" });
    expect(await states()).toEqual(["failed"]);
    const urls = await Promise.all([start(), start()]);
    expect(new Set(urls).size).toBe(1);
    expect(sessions()).toHaveLength(1);
    expect(await states()).toEqual(["failed", "open"]);
  });
});

describe("a checkout that is not for what is owed any more", () => {
  it("is closed at the gateway before another is opened for the rest", async () => {
    const old = await start();
    await settle(10_000);
    const url = await start();
    expect(url).not.toBe(old);
    expect(sessions().map(({ status, amount_total }) => [status, amount_total])).toEqual([
      ["expired", 24_000],
      ["open", 14_000],
    ]);
    expect((await states()).sort()).toEqual(["expired", "open", "succeeded"]);
  });

  it("is closed before a new one is opened when it is about to run out", async () => {
    await start();
    clock.set(new Date(Date.now() + 21 * 3_600_000));
    await start();
    expect(sessions().map(({ status }) => status)).toEqual(["expired", "open"]);
    expect(await states()).toEqual(["expired", "open"]);
  });

  it("stops another from being opened once it was paid, until its webhook has come", async () => {
    const url = await start();
    const paid = await fetch(url, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({
        number: "4242424242424242",
        expiry: "12/40",
        cvc: "123",
        name: "A Client",
      }),
    });
    expect(paid.status).toBe(303);
    clock.set(new Date(Date.now() + 21 * 3_600_000));
    await expect(start()).rejects.toMatchObject({ code: "conflict", key: "paymentUnderWay" });
    expect(sessions().map(({ status }) => status)).toEqual(["complete"]);
  });
});

describe("the holder of a link", () => {
  it("pays the link's invoice, whatever else is asked for", async () => {
    const other = await sent();
    await openAttempt(holder, { invoiceId: other.invoiceId, id: other.invoiceId });
    const rows = await db.admin`select invoice_id from payment_attempts
      where invoice_id in (${invoiceId}, ${other.invoiceId})`;
    expect(rows.map((row) => row.invoice_id)).toEqual([invoiceId]);
  });

  it("is shown no try of another invoice by the database, and can note none", async () => {
    const other = await sent();
    await startCheckout(other.holder, "http://localhost:3000/pay/token");
    const seen = await transaction(holder.actor, (tx) => tx.select().from(paymentAttempts));
    expect(seen).toEqual([]);
    const forged = transaction(holder.actor, (tx) =>
      tx.insert(paymentAttempts).values({
        id: newId(),
        invoiceId: other.invoiceId,
        gateway: "stripe",
        amountMinor: 1n,
        currency: "EUR",
      }),
    );
    await expect(forged).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("alone starts one: staff is refused", async () => {
    await expect(startCheckout(organization.accountant, "http://localhost:3000")).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await attempts()).toEqual([]);
  });
});

const line = (unitPrice: string) => ({
  description: "Work",
  quantity: "1",
  unit: "",
  unitPrice,
  discountKind: "percent",
  discount: "",
  taxRateId: null,
});
