import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/platform/clock";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { left, owed, part, paymentForm, posted, toldSince } from "@/tests/payments";
import { recordPayment } from "./record-payment";
import { refundPayment } from "./refund";
import { reversePayment } from "./reverse";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;
let invoiceId: string;

beforeAll(async () => {
  organization = await organizationFixture();
});
beforeEach(async () => {
  clock.set("2026-03-20T12:00:00Z");
  clientId = (await clientFixture(organization)).id;
  invoiceId = (await issuedFixture(organization, clientId)).id;
});
afterEach(() => clock.reset());

const cheque = async (overrides: object = {}) => {
  const settles = [part(invoiceId, "240")];
  const form = paymentForm(clientId, { method: "cheque", amount: "300", settles, ...overrides });
  return (await recordPayment(organization.accountant, form)).id;
};
const reverse = (id: string, overrides: object = {}) =>
  reversePayment(organization.accountant, { id, reversedOn: "2026-03-15", reason: "Bounced", ...overrides });

describe("a payment that is reversed", () => {
  it("is as if it had not come: its invoices owe again, nothing is left of it, the cash is out", async () => {
    const other = (await issuedFixture(organization, clientId)).id;
    const id = await cheque({ amount: "500", settles: [part(invoiceId, "240"), part(other, "200")] });
    await reverse(id);
    expect([await owed(db, invoiceId), await owed(db, other), await left(db, id)]).toEqual([
      "24000",
      "24000",
      "0",
    ]);
    expect(await posted(db, "payment.reversed", id)).toEqual([
      "cash.cheque -50000 -50000",
      "client_credit 50000 50000",
    ]);
    const [row] = await db.admin`select reversed_on::text, reversal_reason from payments where id = ${id}`;
    expect(row).toEqual({ reversed_on: "2026-03-15", reversal_reason: "Bounced" });
    const [audit] =
      await db.admin`select after from audit_log where subject_id = ${id} and action = 'payment.reverse'`;
    expect(audit).toMatchObject({ after: { reason: "Bounced", amountMinor: "50000" } });
    expect(await toldSince(db, other)).toEqual(["payment.applied", "credit.unapplied"]);
  });

  it("takes its exchange difference with it", async () => {
    invoiceId = (await issuedFixture(organization, clientId, { currency: "USD", exchangeRate: "0.9137" })).id;
    const id = await cheque({ currency: "USD", exchangeRate: "0.9211" });
    await reverse(id);
    const sums = await db.admin`
      select account_code, sum(base_minor) as base from journal_lines where payment_id = ${id} or account_code = 'exchange_differences' and client_id = ${clientId}
      group by 1 having sum(base_minor) <> 0`;
    expect(sums).toEqual([]);
    expect(await toldSince(db, invoiceId)).toEqual(["payment.received", "payment.reversed"]);
  });

  it.each([
    ["in the future", { reversedOn: "2026-03-21" }, { fields: { reversedOn: "inFuture" } }],
    ["before it came", { reversedOn: "2026-03-09" }, { fields: { reversedOn: "beforePayment" } }],
    ["without a reason", { reason: " " }, { fields: { reason: "required" } }],
  ])("is refused %s", async (_, change, error) => {
    const id = await cheque();
    await expect(reverse(id, change)).rejects.toMatchObject(error);
    expect(await owed(db, invoiceId)).toBe("0");
  });

  it("is refused in a locked period, after a refund, and a second time", async () => {
    const id = await cheque();
    const { organizationId } = organization;
    await db.admin`update organizations set books_closed_on = '2026-03-15' where id = ${organizationId}`;
    await expect(reverse(id)).rejects.toMatchObject({ fields: { reversedOn: "periodLocked" } });
    await db.admin`update organizations set books_closed_on = null where id = ${organizationId}`;
    const refunded = await cheque({ settles: [] });
    await refundPayment(organization.accountant, {
      id: crypto.randomUUID(),
      paymentId: refunded,
      amount: "1",
      refundable: "30000",
      method: "cash",
      refundedOn: "2026-03-16",
    });
    await expect(reverse(refunded)).rejects.toMatchObject({ key: "refundedAlready" });
    await reverse(id);
    await expect(reverse(id)).rejects.toMatchObject({ key: "doneBefore" });
  });

  it("by five people at once is reversed once, and the others are told", async () => {
    const id = await cheque();
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => reverse(id)));
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of all)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ key: "doneBefore" });
    expect(await owed(db, invoiceId)).toBe("24000");
  });
});
