import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { remindInvoice } from "@/lib/invoices/remind";
import { recordPayment } from "@/lib/payments/record-payment";
import { clock } from "@/lib/platform/clock";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { part, paymentForm } from "@/tests/payments";
import { testSandbox } from "@/tests/sandbox";
import { workAll } from "@/tests/worker";

const db = testDatabase();
const sandbox = testSandbox();
let organization: OrganizationFixture;
let client: Awaited<ReturnType<typeof clientFixture>>;
let invoiceId: string;

beforeAll(async () => {
  organization = await organizationFixture();
});
beforeEach(async () => {
  client = await clientFixture(organization);
  invoiceId = (await issuedFixture(organization, client.id)).id;
});
afterEach(() => clock.reset());

const remind = (message: string | null = null) =>
  remindInvoice(organization.accountant, { id: invoiceId, message });
const pay = (amount: string) =>
  recordPayment(
    organization.accountant,
    paymentForm(client.id, { amount, settles: [part(invoiceId, amount)], receipt: false }),
  );
const mails = () =>
  Object.values(sandbox.current.state.mails).filter((mail) => mail.to.includes(client.email));

describe("a reminder", () => {
  it.each([
    ["2026-03-10T12:00:00Z", "will be due on Mar 15, 2026"],
    ["2026-03-15T12:00:00Z", "is due today"],
    ["2026-03-27T12:00:00Z", "was due on Mar 15, 2026, 12 days ago"],
  ])("on %s says what is left, and that it %s", async (now, words) => {
    clock.set(now);
    await pay("40");
    await remind("A word beside it");
    await workAll();
    expect(mails()).toHaveLength(1);
    expect(mails()[0]?.text).toContain(`€200.00 of invoice`);
    expect(mails()[0]?.text).toContain(words);
    expect(mails()[0]?.text).toContain("A word beside it");
  });

  it("is in the timeline and the audit log", async () => {
    clock.set("2026-03-20T12:00:00Z");
    await remind();
    const [left] = await db.admin`select
      (select payload->>'recipient' from domain_events where invoice_id = ${invoiceId} and type = 'invoice.reminded') as told,
      (select after->>'balanceMinor' from audit_log where subject_id = ${invoiceId} and action = 'invoice.remind') as balance`;
    expect(left).toEqual({ told: client.email, balance: "24000" });
  });

  it("goes to nobody who has paid, before it was asked for or before it went out", async () => {
    clock.set("2026-03-20T12:00:00Z");
    await remind();
    await pay("240");
    await workAll();
    expect(mails()).toHaveLength(0);
    await expect(remind()).rejects.toMatchObject({ code: "conflict", key: "nothingOwed" });
  });
});
