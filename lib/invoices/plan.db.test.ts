import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toMajor } from "@/lib/core/money";
import { settlementRows } from "@/lib/documents/totals";
import { documentViewOf } from "@/lib/documents/view";
import { documentWords } from "@/lib/documents/words";
import { recordPayment } from "@/lib/payments/record-payment";
import { openAttempt } from "@/lib/payments/start-checkout";
import { clock } from "@/lib/platform/clock";
import { type Ctx, transaction } from "@/lib/platform/context";
import { testDatabase } from "@/tests/database";
import { clientFixture, invoiceForm, type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { owed, part, paymentForm } from "@/tests/payments";
import { getInvoice } from "./detail";
import { finalizeInvoice } from "./finalize";
import { findLinkActor } from "./hosted";
import { ensureLink, linkToken } from "./links";
import { listInvoices } from "./queries";
import { saveInvoice } from "./save";
import { setPaymentPlan } from "./set-payment-plan";
import { writeOffInvoice } from "./write-off";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;

beforeAll(() => clock.set(new Date("2026-03-10T10:00:00Z")));
beforeEach(async () => {
  organization = await organizationFixture();
  ({ id: clientId } = await clientFixture(organization));
});

const THREE = [
  { dueDate: "2026-03-05", amount: "80" },
  { dueDate: "2026-04-05", amount: "80.00" },
  { dueDate: "2026-05-05", amount: "80" },
];
const draft = () => saveInvoice(organization.accountant, invoiceForm(organization, clientId));
const plan = (saved: { id: string; version: number }, instalments: object[]) =>
  setPaymentPlan(organization.accountant, { ...saved, instalments });
const states = async (id: string) =>
  (await getInvoice(organization.accountant, { id })).plan.map((one) => [one.state, one.toPayMinor]);
const pay = async (invoiceId: string, amountMinor: bigint) => {
  const amount = toMajor(amountMinor, "EUR");
  const settles = [part(invoiceId, amount, await owed(db, invoiceId))];
  return recordPayment(organization.accountant, paymentForm(clientId, { amount, settles }));
};

describe("a payment plan", () => {
  it("gives each instalment its state, and the invoice the date of the next one", async () => {
    const saved = await plan(await draft(), THREE);
    const { id } = await finalizeInvoice(organization.accountant, saved);
    expect(await states(id)).toEqual([
      ["overdue", 8_000n],
      ["upcoming", 16_000n],
      ["upcoming", 24_000n],
    ]);
    const listed = async () => (await listInvoices(organization.accountant, {})).rows[0];
    expect(await listed()).toMatchObject({ status: "overdue", dueDate: "2026-03-05" });
    await pay(id, 10_000n);
    expect(await states(id)).toEqual([
      ["paid", 0n],
      ["partially_paid", 6_000n],
      ["upcoming", 14_000n],
    ]);
    expect(await listed()).toMatchObject({ status: "partially_paid", dueDate: "2026-04-05" });
    await pay(id, 14_000n);
    expect((await states(id)).map(([state]) => state)).toEqual(["paid", "paid", "paid"]);
    expect(await listed()).toMatchObject({ status: "paid", balanceMinor: 0n });
  });

  it("shows nothing as paid that was written off, and its document adds up", async () => {
    const { id } = await finalizeInvoice(organization.accountant, await plan(await draft(), THREE));
    await pay(id, 1_000n);
    await writeOffInvoice(organization.accountant, { id, reason: null });
    const detail = await getInvoice(organization.accountant, { id });
    expect(detail.plan.map((row) => row.paidMinor)).toEqual([1_000n, 0n, 0n]);
    const view = documentViewOf(detail);
    expect(settlementRows(view, documentWords()).map(({ label, minor }) => [label, minor])).toEqual([
      ["Paid", -1_000n],
      ["Written off", -23_000n],
    ]);
    expect(view.balanceMinor).toBe(0n);
  });

  it("is paid instalment by instalment from the hosted page", async () => {
    const saved = await plan(await draft(), THREE);
    const { id } = await finalizeInvoice(organization.accountant, saved);
    await pay(id, 1_000n);
    const linkId = await transaction(organization.accountant.actor, (tx) => ensureLink(tx, id));
    const actor = await findLinkActor(linkToken(linkId));
    const holder = { actor, requestId: "test", ip: null } as Ctx;
    const asked = async (upTo?: number) => (await openAttempt(holder, { upTo })).attempt.amountMinor;
    expect(await asked(1)).toBe(7_000n);
    expect(await asked(2)).toBe(15_000n);
    expect(await asked(99)).toBe(23_000n);
    expect(await asked()).toBe(23_000n);
    await pay(id, 7_000n);
    await expect(asked(1)).rejects.toMatchObject({ key: "nothingToPay" });
  });

  it("must add up, one date after the other, on a draft, and in the database as well", async () => {
    const saved = await draft();
    await expect(plan(saved, THREE.slice(0, 2))).rejects.toMatchObject({ key: "planDoesNotSum" });
    await expect(plan(saved, [...THREE].reverse())).rejects.toMatchObject({
      fields: { "instalments.1.dueDate": "planOutOfOrder" },
    });
    await expect(plan(saved, [{ dueDate: "2026-02-28", amount: "240" }])).rejects.toMatchObject({
      fields: { "instalments.0.dueDate": "dueBeforeIssue" },
    });
    await expect(plan(saved, [{ dueDate: "2026-03-05", amount: "0" }])).rejects.toMatchObject({
      fields: { "instalments.0.amount": "notPositive" },
    });
    const planned = await plan(saved, THREE);
    await db.admin`update instalments set amount_minor = 7999 where invoice_id = ${saved.id} and position = 1`;
    await expect(finalizeInvoice(organization.accountant, planned)).rejects.toMatchObject({
      key: "planDoesNotSum",
    });
    await db.admin`update instalments set amount_minor = 8000 where invoice_id = ${saved.id} and position = 1`;
    await finalizeInvoice(organization.accountant, planned);
    await expect(plan({ ...planned, version: planned.version }, [])).rejects.toMatchObject({ key: "frozen" });
    await expect(db.admin`delete from instalments where invoice_id = ${saved.id}`).rejects.toThrow(
      "never changes",
    );
  });

  it("can be taken away while the invoice is a draft", async () => {
    const saved = await plan(await plan(await draft(), THREE), []);
    const { id } = await finalizeInvoice(organization.accountant, saved);
    expect(await states(id)).toEqual([]);
  });
});

describe("the last date of a plan", () => {
  it("is the invoice's due date, whatever the editor said since", async () => {
    const saved = await plan(await draft(), THREE);
    const edited = await saveInvoice(
      organization.accountant,
      invoiceForm(organization, clientId, { ...saved, dueDate: "2026-03-20" }),
    );
    const { id } = await finalizeInvoice(organization.accountant, edited);
    expect((await getInvoice(organization.accountant, { id })).invoice.dueDate).toBe("2026-05-05");
  });

  it("and the first one is not before the invoice", async () => {
    const saved = await plan(await draft(), THREE);
    const later = invoiceForm(organization, clientId, { ...saved, issueDate: "2026-03-06", dueDate: "" });
    const edited = await saveInvoice(organization.accountant, later);
    await expect(finalizeInvoice(organization.accountant, edited)).rejects.toMatchObject({
      key: "planBeforeIssue",
    });
  });
});
