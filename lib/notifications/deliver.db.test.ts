import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendInvoice } from "@/lib/invoices/send";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { testSandbox } from "@/tests/sandbox";
import { workAll } from "@/tests/worker";
import { deliver } from "./deliver";
import { dispatchEvent } from "./dispatch";

const db = testDatabase();
const sandbox = testSandbox();
let organization: OrganizationFixture;
let recipient: string;
let eventId: string;
let invoiceId: string;

beforeAll(async () => {
  organization = await organizationFixture();
});

/** An invoice that was sent, whose event nobody has acted upon yet. */
beforeEach(async () => {
  const client = await clientFixture(organization);
  recipient = client.email;
  invoiceId = (await issuedFixture(organization, client.id)).id;
  await sendInvoice(organization.accountant, { id: invoiceId, message: "A word <b>beside</b> it" });
  const [event] =
    await db.admin`select id from domain_events where invoice_id = ${invoiceId} and type = 'invoice.sent'`;
  eventId = event?.id;
});

const mails = () => Object.values(sandbox.current.state.mails).filter((mail) => mail.to.includes(recipient));
const deliveries = () => db.admin`select * from deliveries where event_id = ${eventId}`;
const dispatch = () => dispatchEvent(organization.system, { eventId });

async function dispatched(): Promise<{ id: string }> {
  await dispatch();
  const [row] = await deliveries();
  return { id: row?.id };
}

describe("an event", () => {
  it("becomes one delivery per recipient, however often it is dispatched", async () => {
    await Promise.all(Array.from({ length: 8 }, dispatch));
    await dispatch();
    expect(await deliveries()).toMatchObject([{ template: "invoice", recipient, state: "queued" }]);
    await workAll();
    expect(await deliveries()).toMatchObject([{ state: "sent", attempts: 1, problem: null }]);
    const [mail] = mails();
    expect(mails()).toHaveLength(1);
    expect(mail?.text).toContain("€240.00");
    expect(mail?.html).toContain("A word &lt;b&gt;beside&lt;/b&gt; it");
  });

  it("tells again when it is sent again", async () => {
    await workAll();
    await sendInvoice(organization.accountant, { id: invoiceId });
    await workAll();
    expect(mails()).toHaveLength(2);
  });

  it("is dispatched and delivered by the system alone", async () => {
    const { id } = await dispatched();
    const { admin } = organization;
    await expect(dispatchEvent(admin, { eventId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(deliver(admin, { id })).rejects.toMatchObject({ code: "forbidden" });
    expect(mails()).toEqual([]);
  });
});

describe("a delivery", () => {
  it("that the provider refuses for now is noted, and sent once by a later try", async () => {
    const input = await dispatched();
    sandbox.current.addFault({ target: "resend", kind: "error500" });
    await expect(deliver(organization.system, input)).rejects.toThrow();
    expect(await deliveries()).toMatchObject([{ state: "failed", attempts: 1, sent_at: null }]);
    expect((await deliveries())[0]?.problem).toMatch(/error/);
    await deliver(organization.system, input);
    expect(await deliveries()).toMatchObject([{ state: "sent", attempts: 2, problem: null }]);
    expect(mails()).toHaveLength(1);
  });

  it("that went out although nobody heard of it is not sent twice", async () => {
    const input = await dispatched();
    sandbox.current.addFault({ target: "resend", kind: "error500_after" });
    await expect(deliver(organization.system, input)).rejects.toThrow();
    expect(mails()).toHaveLength(1);
    await deliver(organization.system, input);
    expect(mails()).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ state: "sent", provider_id: mails()[0]?.id }]);
  });

  it("that went out unheard counts as sent, also when its words would be others by now", async () => {
    const input = await dispatched();
    sandbox.current.addFault({ target: "resend", kind: "timeout" });
    await expect(deliver(organization.system, input)).rejects.toThrow();
    await db.admin`update organizations set name = 'Renamed Ltd' where id = ${organization.organizationId}`;
    await deliver(organization.system, input);
    expect(mails()).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ state: "sent", problem: null }]);
  });

  it("that two workers take at once arrives once", async () => {
    const input = await dispatched();
    await Promise.all([deliver(organization.system, input), deliver(organization.system, input)]);
    await deliver(organization.system, input);
    expect(mails()).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ state: "sent" }]);
  });

  it("of another organization is not there", async () => {
    const input = await dispatched();
    const { system } = await organizationFixture();
    await expect(deliver(system, input)).rejects.toMatchObject({ code: "not_found" });
    expect(mails()).toEqual([]);
  });
});
