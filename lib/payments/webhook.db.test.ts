import Stripe from "stripe";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/webhooks/[gateway]/[organizationId]/route";
import { findLinkActor } from "@/lib/invoices/hosted";
import { linkToken } from "@/lib/invoices/links";
import { sendInvoice } from "@/lib/invoices/send";
import { clock } from "@/lib/platform/clock";
import type { Ctx } from "@/lib/platform/context";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { testSandbox } from "@/tests/sandbox";
import { workAll } from "@/tests/worker";
import { openAttempt } from "./start-checkout";

const db = testDatabase();
testSandbox();
let organization: OrganizationFixture;
let clientId: string;
let holder: Ctx;
let invoiceId: string;

beforeAll(async () => {
  organization = await organizationFixture();
  clientId = (await clientFixture(organization)).id;
});

beforeEach(async () => {
  invoiceId = (await issuedFixture(organization, clientId)).id;
  await sendInvoice(organization.accountant, { id: invoiceId });
  const [link] = await db.admin`select id from invoice_links where invoice_id = ${invoiceId}`;
  const actor = await findLinkActor(linkToken(link?.id));
  if (!actor) throw new Error("no link");
  holder = { actor, requestId: "test", ip: null };
});
afterEach(() => clock.reset());

type Changes = { amount?: number; currency?: string; attempt?: string; eventId?: string; intent?: string };

/** A checkout.session.completed event as Stripe would send it for a new try to pay. */
async function completed(changes: Changes = {}) {
  const { attempt } = await openAttempt(holder, {});
  const id = changes.eventId ?? `evt_${crypto.randomUUID()}`;
  return {
    id,
    object: "event",
    type: "checkout.session.completed",
    data: {
      object: {
        id: `cs_${attempt.id}`,
        payment_status: "paid",
        payment_intent: changes.intent ?? `pi_${crypto.randomUUID()}`,
        amount_total: changes.amount ?? Number(attempt.amountMinor),
        currency: changes.currency ?? "eur",
        metadata: { organization_id: organization.organizationId, attempt_id: changes.attempt ?? attempt.id },
      },
    },
  };
}

/** Posts an event to the route, signed now unless told otherwise; returns the status code. */
async function deliver(
  event: object,
  options: { secret?: string; age?: number; organizationId?: string } = {},
) {
  const payload = JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload,
    secret: options.secret ?? "whsec_tests",
    timestamp: Math.floor(Date.now() / 1000) - (options.age ?? 0),
  });
  return post(payload, signature, options.organizationId);
}

async function post(body: string, signature: string, organizationId = organization.organizationId) {
  const request = new Request("http://localhost:3000/api/webhooks/stripe/x", {
    method: "POST",
    body,
    headers: { "stripe-signature": signature },
  });
  const response = await POST(request, { params: Promise.resolve({ gateway: "stripe", organizationId }) });
  return response.status;
}

const paid = () => db.admin`select amount_minor from allocations where invoice_id = ${invoiceId}`;
const inbox = (eventId: string) => db.admin`select * from webhook_inbox where event_id = ${eventId}`;
const balance = async () =>
  (await db.admin`select balance_minor from invoice_balances where invoice_id = ${invoiceId}`)[0]
    ?.balance_minor;

describe("a signed webhook", () => {
  it("records the payment once: payment, allocation, balanced journal, audit, emails to client and accountant", async () => {
    const event = await completed();
    expect(await deliver(event)).toBe(200);
    await workAll();
    expect(await paid()).toMatchObject([{ amount_minor: "24000" }]);
    expect(await balance()).toBe("0");
    const lines = await db.admin`select account_code, l.amount_minor from journal_lines l
      join journal_entries e on e.id = l.entry_id
      where e.kind = 'payment.received' and l.entry_id in (select entry_id from journal_lines where invoice_id = ${invoiceId})
      order by account_code`;
    expect(lines.map((line) => [line.account_code, line.amount_minor])).toEqual([
      ["cash.stripe", "24000"],
      ["receivable", "-24000"],
    ]);
    const sent =
      await db.admin`select template, recipient, state from deliveries where invoice_id = ${invoiceId} order by template`;
    expect(sent.map((row) => [row.template, row.state])).toEqual([
      ["invoice", "sent"],
      ["payment", "sent"],
      ["receipt", "sent"],
    ]);
    expect(sent[1]?.recipient).toMatch(/^accountant-/);
    expect(sent[2]?.recipient).toMatch(/^client-/);
    const [audit] =
      await db.admin`select actor_kind, after from audit_log where action = 'payment.record' and after->'settles'->0->>'invoiceId' = ${invoiceId}`;
    expect(audit).toMatchObject({ actor_kind: "system", after: { amountMinor: "24000", currency: "EUR" } });
  });

  it("records one payment of 20 copies that arrive at once, and counts the others", async () => {
    const event = await completed();
    const statuses = await Promise.all(Array.from({ length: 20 }, () => deliver(event)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    await workAll();
    expect(await paid()).toHaveLength(1);
    expect(await inbox(event.id)).toMatchObject([{ state: "processed", duplicates: 19 }]);
  });

  it("records one payment when two events tell of the same one", async () => {
    const intent = `pi_${crypto.randomUUID()}`;
    const first = await completed({ intent });
    const second = {
      ...first,
      id: `evt_${crypto.randomUUID()}`,
      type: "checkout.session.async_payment_succeeded",
    };
    await Promise.all([deliver(first), deliver(second)]);
    await workAll();
    expect(await paid()).toHaveLength(1);
    expect(await balance()).toBe("0");
  });

  it("keeps what is paid beyond the balance as the client's credit", async () => {
    const first = await completed();
    const again = { ...(await completed()), id: `evt_${crypto.randomUUID()}` };
    await Promise.all([deliver(first), deliver(again)]);
    await workAll();
    expect(await balance()).toBe("0");
    expect(await paid()).toMatchObject([{ amount_minor: "24000" }]);
    const [credit] = await db.admin`select sum(amount_minor) as total from journal_lines l
      where account_code = 'client_credit' and payment_id in (select id from payments where attempt_id in
        (select id from payment_attempts where invoice_id = ${invoiceId}))`;
    expect(credit?.total).toBe("-24000");
  });
});

describe("a webhook that does not fit", () => {
  it.each([
    ["another amount", { amount: 23_999 }, "wrong_amount"],
    ["another currency", { currency: "usd" }, "wrong_currency"],
    ["an unknown try", { attempt: "0199aaaa-0000-7000-8000-00000000dead" }, "unknown_attempt"],
  ])(
    "with %s is stored and refused with its reason, and nothing is recorded",
    async (_, changes, problem) => {
      const event = await completed(changes);
      expect(await deliver(event)).toBe(200);
      await workAll();
      expect(await inbox(event.id)).toMatchObject([{ state: "refused", problem }]);
      expect(await paid()).toHaveLength(0);
      expect(await balance()).toBe("24000");
    },
  );

  it.each([
    ["signed with another secret", { secret: "whsec_other" }, "signature"],
    ["signed ten minutes ago", { age: 600 }, "too_old"],
    ["signed in ten minutes", { age: -600 }, "from_the_future"],
  ])("%s gets 400, is not stored, and is counted for the admin", async (_, options, reason) => {
    const event = await completed();
    expect(await deliver(event, options)).toBe(400);
    expect(await inbox(event.id)).toHaveLength(0);
    const [row] = await db.admin`select count from webhook_rejections
      where organization_id = ${organization.organizationId} and reason = ${reason}`;
    expect(row?.count).toBeGreaterThan(0);
    expect(await paid()).toHaveLength(0);
  });

  it("without a signature, too large, or for an unknown organization is refused", async () => {
    expect(await post("{}", "")).toBe(400);
    expect(await post("x".repeat(600 * 1024), "t=1,v1=00")).toBe(413);
    const event = await completed();
    expect(await deliver(event, { organizationId: crypto.randomUUID() })).toBe(404);
    expect(await deliver(event, { organizationId: crypto.randomUUID(), secret: "whsec_other" })).toBe(404);
  });

  it("of a kind we do not use is stored and ignored", async () => {
    const id = `evt_${crypto.randomUUID()}`;
    expect(await deliver({ id, type: "product.created", data: { object: {} } })).toBe(200);
    await workAll();
    expect(await inbox(id)).toMatchObject([{ state: "ignored" }]);
  });
});
