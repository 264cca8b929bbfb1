import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  invoiceForm,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { finalizeInvoice } from "./finalize";
import { saveInvoice } from "./save";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;

beforeAll(async () => {
  organization = await organizationFixture();
  clientId = (await clientFixture(organization)).id;
});

describe("finalizing", () => {
  it("freezes the document, posts a balanced entry and leaves its trail", async () => {
    const { id, number } = await issuedFixture(organization, clientId);
    const [row] = await db.admin`select * from invoices where id = ${id}`;
    expect(row).toMatchObject({
      lifecycle: "open",
      number,
      subtotal_minor: "20000",
      tax_minor: "4000",
      total_minor: "24000",
    });
    expect(row?.buyer).toMatchObject({ name: "Sample Client", country: "FR" });
    const lines = await db.admin`
      select account_code, amount_minor from journal_lines where invoice_id = ${id} order by account_code`;
    expect(lines.map((line) => [line.account_code, line.amount_minor])).toEqual([
      ["receivable", "24000"],
      ["revenue", "-20000"],
      ["tax_payable.S.200000", "-4000"],
    ]);
    const [balance] = await db.admin`select balance_minor from invoice_balances where invoice_id = ${id}`;
    expect(balance?.balance_minor).toBe("24000");
    const audit = await db.admin`select action, actor_id from audit_log where subject_id = ${id} order by id`;
    expect(audit.map((entry) => entry.action)).toEqual(["invoice.create", "invoice.finalize"]);
    expect(audit.every((entry) => entry.actor_id === organization.people.accountant)).toBe(true);
    const events = await db.admin`select type from domain_events where invoice_id = ${id} order by id`;
    expect(events.map((event) => event.type)).toEqual(["invoice.created", "invoice.finalized"]);
  });

  it("lets nobody change or delete an issued invoice, not even its owner in the database", async () => {
    const { id } = await issuedFixture(organization, clientId);
    const form = invoiceForm(organization, clientId, { id, version: 1 });
    await expect(saveInvoice(organization.accountant, form)).rejects.toMatchObject({
      code: "conflict",
      key: "frozen",
    });
    await expect(
      db.admin`update invoices set total_minor = 1, subtotal_minor = 1, tax_minor = 0 where id = ${id}`,
    ).rejects.toThrow("never changes");
    await expect(db.admin`update invoices set notes = 'x' where id = ${id}`).rejects.toThrow("never changes");
    await expect(
      db.admin`update invoice_items set net_minor = 1, gross_minor = 1 where invoice_id = ${id}`,
    ).rejects.toThrow("never changes");
    await expect(db.admin`delete from invoice_taxes where invoice_id = ${id}`).rejects.toThrow(
      "never changes",
    );
    await expect(db.admin`delete from invoices where id = ${id}`).rejects.toThrow("never deleted");
    await expect(
      db.admin`update journal_lines set amount_minor = 5 where invoice_id = ${id}`,
    ).rejects.toThrow("append-only");
    await expect(db.admin`delete from audit_log where subject_id = ${id}`).rejects.toThrow("append-only");
  });

  it("finds no discount over its line, whoever writes it", async () => {
    const { id } = await saveInvoice(organization.accountant, invoiceForm(organization, clientId));
    const discount = (minor: number) => db.admin`update invoice_items
      set discount_minor = ${minor}, amount_minor = gross_minor - ${minor} where invoice_id = ${id}`;
    await expect(discount(20_001)).rejects.toThrow("invoice_items_discount_within_line");
    await expect(discount(-1)).rejects.toThrow("invoice_items_discount_within_line");
    await discount(20_000);
  });

  it("refuses a draft without client or lines, and a version that is not the latest", async () => {
    const noClient = await saveInvoice(organization.accountant, invoiceForm(organization, null));
    await expect(finalizeInvoice(organization.accountant, noClient)).rejects.toMatchObject({
      fields: { clientId: "required" },
    });
    const noLines = await saveInvoice(
      organization.accountant,
      invoiceForm(organization, clientId, { lines: [] }),
    );
    await expect(finalizeInvoice(organization.accountant, noLines)).rejects.toMatchObject({
      fields: { lines: "noLines" },
    });
    const saved = await saveInvoice(organization.accountant, invoiceForm(organization, clientId));
    await expect(finalizeInvoice(organization.accountant, { ...saved, version: 2 })).rejects.toMatchObject({
      key: "changedElsewhere",
    });
  });

  it("takes 50 consecutive numbers in 50 finalizations at once", async () => {
    const other = await organizationFixture();
    const { id: client } = await clientFixture(other);
    const drafts = await Promise.all(
      Array.from({ length: 50 }, () => saveInvoice(other.accountant, invoiceForm(other, client))),
    );
    const issued = await Promise.all(drafts.map((draft) => finalizeInvoice(other.accountant, draft)));
    const expected = Array.from({ length: 50 }, (_, index) => `INV-${String(index + 1).padStart(4, "0")}`);
    expect(issued.map((invoice) => invoice.number).sort()).toEqual(expected);
  });

  it("gives a number back when the transaction rolls back", async () => {
    const other = await organizationFixture();
    const { id: client } = await clientFixture(other);
    const draft = await saveInvoice(other.accountant, invoiceForm(other, client));
    await db.admin`create function fail() returns trigger language plpgsql as 'begin raise exception ''planned''; end'`;
    await db.admin`create trigger fail before insert on domain_events for each row when (new.type = 'invoice.finalized') execute function fail()`;
    await expect(finalizeInvoice(other.accountant, draft)).rejects.toThrow();
    await db.admin`drop trigger fail on domain_events`;
    expect(await finalizeInvoice(other.accountant, draft)).toMatchObject({ number: "INV-0001" });
  });
});

describe("the journal", () => {
  it("refuses an entry that does not sum to zero, when the transaction commits", async () => {
    const { organizationId } = organization;
    const entry = crypto.randomUUID();
    const unbalanced = db.admin.begin(async (tx) => {
      await tx`insert into journal_entries (organization_id, id, kind, source_id, posted_on)
        values (${organizationId}, ${entry}, 'test', ${entry}, '2026-01-01')`;
      await tx`insert into journal_lines (organization_id, id, entry_id, posted_on, account_code, amount_minor, currency, base_minor)
        values (${organizationId}, ${crypto.randomUUID()}, ${entry}, '2026-01-01', 'revenue', 100, 'EUR', 0)`;
    });
    await expect(unbalanced).rejects.toThrow("off by 100 EUR");
  });

  it("takes no further lines into a posted entry", async () => {
    const { id } = await issuedFixture(organization, clientId);
    const [entry] = await db.admin`select id, posted_on from journal_entries where source_id = ${id}`;
    const late = db.admin`insert into journal_lines (organization_id, id, entry_id, posted_on, account_code, amount_minor, currency, base_minor)
      values (${organization.organizationId}, ${crypto.randomUUID()}, ${entry?.id}, ${entry?.posted_on}, 'revenue', 100, 'EUR', 100),
             (${organization.organizationId}, ${crypto.randomUUID()}, ${entry?.id}, ${entry?.posted_on}, 'revenue', -100, 'EUR', -100)`;
    await expect(late).rejects.toThrow("never changes");
  });
});
