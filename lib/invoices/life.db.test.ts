import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  invoiceForm,
  issuedFixture,
  lineForm,
  type OrganizationFixture,
  organizationFixture,
  paidFixture,
} from "@/tests/fixtures";
import { createCreditNote } from "./create-credit-note";
import { duplicateInvoice } from "./duplicate";
import { finalizeInvoice } from "./finalize";
import { saveInvoice } from "./save";
import { voidInvoice } from "./void";
import { writeOffInvoice } from "./write-off";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;

beforeAll(() => clock.set(new Date("2026-04-01T10:00:00Z")));
beforeEach(async () => {
  organization = await organizationFixture();
  ({ id: clientId } = await clientFixture(organization));
});

/** What every account holds, in minor units; those that hold nothing left out. */
async function balances(): Promise<Record<string, number>> {
  const rows = await db.admin`select account_code, sum(base_minor)::int as total from journal_lines
    where organization_id = ${organization.organizationId} group by 1 having sum(base_minor) <> 0 order by 1`;
  return Object.fromEntries(rows.map((row) => [row.account_code, row.total]));
}
const stored = async (id: string) => (await db.admin`select * from invoices where id = ${id}`)[0];
const owed = async (id: string) =>
  (await db.admin`select balance_minor::int from invoice_balances where invoice_id = ${id}`)[0]
    ?.balance_minor;
const left = async (id: string) =>
  (await db.admin`select balance_minor::int from credit_balances where source_id = ${id}`)[0]
    ?.balance_minor ?? 0;

/** A draft credit note of an invoice; its line over 2 × 100.00 + 20 % may be changed. */
async function creditDraft(invoiceId: string, line: object = {}, fields: object = {}) {
  const { id } = await createCreditNote(organization.accountant, { id: invoiceId, newId: newId() });
  const form = {
    id,
    version: 1,
    issueDate: "2026-04-01",
    dueDate: "",
    lines: [lineForm(organization, line)],
  };
  return saveInvoice(organization.accountant, invoiceForm(organization, clientId, { ...form, ...fields }));
}
const credit = async (invoiceId: string, line: object = {}, fields: object = {}) =>
  finalizeInvoice(organization.accountant, await creditDraft(invoiceId, line, fields));

describe("voiding", () => {
  it("posts back what was posted, keeps the number, and leaves its trail", async () => {
    const { id, number } = await issuedFixture(organization, clientId);
    await voidInvoice(organization.accountant, { id, reason: "Sent to the wrong client" });
    expect(await stored(id)).toMatchObject({ lifecycle: "void", number, voided_at: clock.now() });
    expect(await balances()).toEqual({});
    expect(await owed(id)).toBe(0);
    const [entry] = await db.admin`select posted_on::text from journal_entries where kind = 'invoice.voided'
      and source_id = ${id}`;
    expect(entry?.posted_on).toBe("2026-04-01");
    const [audit] =
      await db.admin`select after from audit_log where subject_id = ${id} and action = 'invoice.void'`;
    expect(audit?.after).toEqual({ lifecycle: "void", reason: "Sent to the wrong client" });
  });

  it("refuses what was paid, in part or whole, credited, or voided before", async () => {
    const paid = await paidFixture(organization, clientId, 24_000n);
    const partly = await paidFixture(organization, clientId, 100n);
    const { id: credited } = await issuedFixture(organization, clientId);
    await credit(credited, { quantity: "1" }, { keepsCredit: true });
    for (const id of [paid.id, partly.id, credited])
      await expect(voidInvoice(organization.accountant, { id, reason: "" })).rejects.toMatchObject({
        code: "conflict",
        key: "invoicePaid",
      });
    const { id } = await issuedFixture(organization, clientId);
    await voidInvoice(organization.accountant, { id });
    await expect(voidInvoice(organization.accountant, { id })).rejects.toMatchObject({ key: "notOpen" });
  });

  it("posts back once when two people do it at once", async () => {
    const { id } = await issuedFixture(organization, clientId);
    const both = await Promise.allSettled([1, 2].map(() => voidInvoice(organization.accountant, { id })));
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await balances()).toEqual({});
  });
});

describe("writing off", () => {
  it("posts what is owed as an expense, and the invoice takes nothing more", async () => {
    const { id } = await paidFixture(organization, clientId, 4_000n);
    await writeOffInvoice(organization.accountant, { id, reason: "Insolvent" });
    expect(await stored(id)).toMatchObject({ lifecycle: "written_off" });
    expect(await balances()).toEqual({
      "cash.bank": 4_000,
      revenue: -20_000,
      "tax_payable.S.200000": -4_000,
      write_offs: 20_000,
    });
    await expect(writeOffInvoice(organization.accountant, { id })).rejects.toMatchObject({ key: "notOpen" });
    await expect(credit(id)).rejects.toMatchObject({ key: "notOpen" });
  });

  it("has nothing to do on a paid invoice", async () => {
    const { id } = await paidFixture(organization, clientId, 24_000n);
    await expect(writeOffInvoice(organization.accountant, { id })).rejects.toMatchObject({
      key: "nothingOwed",
    });
  });
});

describe("duplicating", () => {
  it("makes a new draft of the same lines, once however often it is asked for", async () => {
    const { id } = await issuedFixture(organization, clientId, { reference: "PO 7", notes: "Thanks" });
    const copy = newId();
    await Promise.all([1, 2, 3].map(() => duplicateInvoice(organization.accountant, { id, newId: copy })));
    expect(await stored(copy)).toMatchObject({
      kind: "invoice",
      lifecycle: "draft",
      number: null,
      client_id: clientId,
      issue_date: null,
      reference: "PO 7",
      notes: "Thanks",
      total_minor: "24000",
    });
    expect(await db.admin`select description from invoice_items where invoice_id = ${copy}`).toHaveLength(1);
    const issued = await finalizeInvoice(organization.accountant, { id: copy, version: 1 });
    expect(await owed(issued.id)).toBe(24_000);
  });
});

describe("a credit note", () => {
  it("over the whole of an unpaid invoice leaves nothing owed and nothing in the books", async () => {
    const { id } = await issuedFixture(organization, clientId);
    const note = await credit(id);
    expect(note.number).toBe("CN-0001");
    expect(await balances()).toEqual({});
    expect(await owed(id)).toBe(0);
    expect(await left(note.id)).toBe(0);
    expect(await stored(note.id)).toMatchObject({ kind: "credit_note", credited_invoice_id: id });
    const events = await db.admin`select type from domain_events where invoice_id = ${id} order by id`;
    expect(events.at(-1)?.type).toBe("invoice.credited");
  });

  it("over a part takes that part off what is owed", async () => {
    const { id } = await issuedFixture(organization, clientId);
    await credit(id, { quantity: "0.5" });
    expect(await owed(id)).toBe(18_000);
    expect(await balances()).toEqual({
      receivable: 18_000,
      revenue: -15_000,
      "tax_payable.S.200000": -3_000,
    });
  });

  it("of a paid invoice sets free what was paid, to be given back or used elsewhere", async () => {
    const paid = await paidFixture(organization, clientId, 24_000n);
    await credit(paid.id, { quantity: "0.5" });
    expect(await owed(paid.id)).toBe(0);
    expect(await left(paid.paymentId)).toBe(6_000);
    expect(await balances()).toEqual({
      "cash.bank": 24_000,
      client_credit: -6_000,
      revenue: -15_000,
      "tax_payable.S.200000": -3_000,
    });
  });

  it("may stay with the client as credit", async () => {
    const { id } = await issuedFixture(organization, clientId);
    const note = await credit(id, {}, { keepsCredit: true });
    expect(await owed(id)).toBe(24_000);
    expect(await left(note.id)).toBe(24_000);
    expect(await balances()).toEqual({ client_credit: -24_000, receivable: 24_000 });
  });

  it("can be voided while nothing of it is used, and not after", async () => {
    const { id } = await issuedFixture(organization, clientId);
    const kept = await credit(id, { quantity: "1" }, { keepsCredit: true });
    await voidInvoice(organization.accountant, { id: kept.id });
    expect(await left(kept.id)).toBe(0);
    expect(await balances()).toEqual({
      receivable: 24_000,
      revenue: -20_000,
      "tax_payable.S.200000": -4_000,
    });
    const used = await credit(id, { quantity: "1" });
    await expect(voidInvoice(organization.accountant, { id: used.id })).rejects.toMatchObject({
      key: "invoicePaid",
    });
  });

  it("never credits more than was invoiced, not in parts, and not when two are issued at once", async () => {
    const { id } = await issuedFixture(organization, clientId);
    await expect(credit(id, { quantity: "3" })).rejects.toMatchObject({ fields: { lines: "overCredited" } });
    const drafts = [await creditDraft(id, { quantity: "1.5" }), await creditDraft(id, { quantity: "1.5" })];
    const both = await Promise.allSettled(
      drafts.map((draft) => finalizeInvoice(organization.accountant, draft)),
    );
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await owed(id)).toBe(6_000);
    await credit(id, { quantity: "0.5" });
    expect(await balances()).toEqual({});
  });

  it("is refused by the database as well, when it credits too much or somebody else", async () => {
    const { id } = await issuedFixture(organization, clientId);
    const { id: other } = await clientFixture(organization, "Another Client");
    const draft = await creditDraft(id, { quantity: "1" });
    const issue = (change: object) =>
      db.admin.begin(async (tx) => {
        await tx`update invoices set ${tx({
          lifecycle: "open",
          number: "X",
          issue_date: "2026-04-01",
          due_date: "2026-04-01",
          seller: {},
          buyer: {},
          finalized_at: new Date(),
          exchange_rate: "1",
          ...change,
        })}
          where id = ${draft.id}`;
      });
    await expect(issue({ client_id: other })).rejects.toThrow("to its client");
    await expect(issue({ exchange_rate: "2" })).rejects.toThrow("in its currency");
    await db.admin`update invoices set subtotal_minor = 30000, tax_minor = 6000, total_minor = 36000 where id = ${draft.id}`;
    await db.admin`update invoice_items set net_minor = 30000 where invoice_id = ${draft.id}`;
    await db.admin`update invoice_taxes set tax_minor = 6000 where invoice_id = ${draft.id}`;
    await expect(issue({})).rejects.toThrow("No more is credited");
  });

  it("keeps its invoice's client and currency, and is not dated before it", async () => {
    const { id } = await issuedFixture(organization, clientId);
    const { id: other } = await clientFixture(organization, "Another Client");
    await expect(creditDraft(id, {}, { clientId: other })).rejects.toMatchObject({
      fields: { clientId: "otherClient" },
    });
    await expect(creditDraft(id, {}, { currency: "USD" })).rejects.toMatchObject({
      fields: { currency: "otherCurrency" },
    });
    await expect(credit(id, {}, { issueDate: "2026-02-28" })).rejects.toMatchObject({
      fields: { issueDate: "creditBeforeInvoice" },
    });
  });

  it("is for staff to write", async () => {
    const { id } = await issuedFixture(organization, clientId);
    for (const verb of [createCreditNote, duplicateInvoice])
      await expect(verb(organization.clientUser(clientId), { id, newId: newId() })).rejects.toMatchObject({
        code: "forbidden",
      });
    for (const verb of [voidInvoice, writeOffInvoice])
      await expect(verb(organization.clientUser(clientId), { id })).rejects.toMatchObject({
        code: "forbidden",
      });
  });
});
