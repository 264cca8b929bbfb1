import { beforeAll, describe, expect, it } from "vitest";
import { createClient } from "@/lib/clients/create";
import { updateClient } from "@/lib/clients/update";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import { clientFixture, invoiceForm, type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { createLink } from "./create-link";
import { issueInvoice } from "./issue";
import { revokeLink } from "./revoke-link";
import { saveInvoice } from "./save";
import { sendInvoice } from "./send";

const db = testDatabase();
let organization: OrganizationFixture;
let client: { id: string; email: string };
let mute: string;

beforeAll(async () => {
  organization = await organizationFixture();
  client = await clientFixture(organization);
  mute = newId();
  await createClient(organization.accountant, { id: mute, name: "No Address", currency: "EUR" });
});

const issue = (form: object) => issueInvoice(organization.accountant, form);
const nextNumber = async () => {
  const [row] = await db.admin`
    select next_value from number_counters where organization_id = ${organization.organizationId}`;
  return row?.next_value ?? 1;
};
const count = async (id: string) => {
  const [row] = await db.admin`
    select (select count(*)::int from invoices where id = ${id}) as invoices,
      (select count(*)::int from journal_lines where invoice_id = ${id}) as journal,
      (select count(*)::int from domain_events where invoice_id = ${id}) as events,
      (select count(*)::int from audit_log where subject_id = ${id}) as audit`;
  return row;
};
const nothing = { invoices: 0, journal: 0, events: 0, audit: 0 };

describe("the editor's last step", () => {
  it("saves, finalizes and sends in one go, each with its trail", async () => {
    const form = invoiceForm(organization, client.id, { send: true, message: "Thank you" });
    const { number } = await issue(form);
    const [row] = await db.admin`select lifecycle, number, sent_at from invoices where id = ${form.id}`;
    expect(row).toMatchObject({ lifecycle: "open", number });
    expect(row?.sent_at).toBeInstanceOf(Date);
    const events = await db.admin`
      select type, payload from domain_events where invoice_id = ${form.id} order by id`;
    expect(events.map((event) => event.type)).toEqual([
      "invoice.created",
      "invoice.finalized",
      "invoice.sent",
    ]);
    expect(events[2]?.payload).toMatchObject({ recipient: client.email, message: "Thank you" });
    const audit = await db.admin`select action from audit_log where subject_id = ${form.id} order by id`;
    expect(audit.map((entry) => entry.action)).toEqual([
      "invoice.create",
      "invoice.finalize",
      "invoice.send",
    ]);
  });

  it("takes what was typed since the last save with it", async () => {
    const form = invoiceForm(organization, client.id);
    const { version } = await saveInvoice(organization.accountant, form);
    await issue({ ...form, version, notes: "typed since" });
    const [row] = await db.admin`select lifecycle, notes from invoices where id = ${form.id}`;
    expect(row).toEqual({ lifecycle: "open", notes: "typed since" });
  });

  it("sends nothing unless asked", async () => {
    const form = invoiceForm(organization, client.id);
    await issue(form);
    const [row] = await db.admin`select sent_at from invoices where id = ${form.id}`;
    expect(row?.sent_at).toBeNull();
  });

  it("the same form twice takes one number and sends one message", async () => {
    const form = invoiceForm(organization, client.id, { send: true });
    const before = await nextNumber();
    const [first, second] = [await issue(form), await issue(form)];
    expect(second).toEqual(first);
    expect(await nextNumber()).toBe(before + 1);
    expect(await count(form.id)).toMatchObject({ events: 3, audit: 3 });
  });

  it("pressed three times at once, it takes one number", async () => {
    const form = invoiceForm(organization, client.id, { send: true });
    const before = await nextNumber();
    const pressed = await Promise.allSettled([issue(form), issue(form), issue(form)]);
    expect(pressed.filter((one) => one.status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    expect(await nextNumber()).toBe(before + 1);
    expect(await count(form.id)).toMatchObject({ invoices: 1, journal: 3, events: 3 });
  });
});

describe("a refusal leaves everything as it was", () => {
  it.each([
    ["without a client", { clientId: null }, { fields: { clientId: "required" } }],
    ["without lines", { lines: [] }, { fields: { lines: "noLines" } }],
    ["with a wrong field", { dueDate: "2026-02-01" }, { fields: { dueDate: "dueBeforeIssue" } }],
    [
      "with a message that is too long",
      { message: "x".repeat(2001) },
      { fields: { message: "tooLong|2000" } },
    ],
  ])("%s", async (_, change, error) => {
    const form = invoiceForm(organization, client.id, { ...change, send: true });
    const before = await nextNumber();
    await expect(issue(form)).rejects.toMatchObject(error);
    expect(await count(form.id)).toEqual(nothing);
    expect(await nextNumber()).toBe(before);
  });

  it("nobody to send to: neither number nor draft", async () => {
    const form = invoiceForm(organization, mute, { send: true });
    const before = await nextNumber();
    await expect(issue(form)).rejects.toMatchObject({ code: "conflict", key: "noRecipient" });
    expect(await count(form.id)).toEqual(nothing);
    expect(await nextNumber()).toBe(before);
  });

  it("changed in another tab: the draft stays that tab's", async () => {
    const form = invoiceForm(organization, client.id);
    await saveInvoice(organization.accountant, form);
    await saveInvoice(organization.accountant, { ...form, version: 1, notes: "other tab" });
    await expect(issue({ ...form, version: 1, notes: "this tab" })).rejects.toMatchObject({
      key: "changedElsewhere",
    });
    const [row] = await db.admin`select lifecycle, notes, version from invoices where id = ${form.id}`;
    expect(row).toEqual({ lifecycle: "draft", notes: "other tab", version: 2 });
  });

  it("issued already, with other entries", async () => {
    const form = invoiceForm(organization, client.id);
    await issue(form);
    await expect(issue({ ...form, version: 1, notes: "afterwards" })).rejects.toMatchObject({
      key: "frozen",
    });
  });

  it("another organization's draft is not found", async () => {
    const other = await organizationFixture();
    const form = invoiceForm(organization, client.id);
    await saveInvoice(organization.accountant, form);
    const foreign = { ...form, version: 1, clientId: null, lines: [] };
    await expect(issueInvoice(other.accountant, foreign)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("handing over", () => {
  it("sends to the client's address of today, while the document keeps its own", async () => {
    const who = await clientFixture(organization, "Mistyped");
    const form = invoiceForm(organization, who.id);
    await issue(form);
    await updateClient(organization.accountant, {
      id: who.id,
      version: 1,
      name: "Mistyped",
      currency: "EUR",
      email: "corrected@example.com",
    });
    expect(await sendInvoice(organization.accountant, { id: form.id })).toMatchObject({
      recipient: "corrected@example.com",
    });
    const [row] = await db.admin`select buyer->>'email' as email from invoices where id = ${form.id}`;
    expect(row?.email).toBe(who.email);
  });

  it("makes one link, and another one after that is revoked", async () => {
    const form = invoiceForm(organization, mute);
    await issue(form);
    const first = await createLink(organization.accountant, { id: form.id });
    expect(await createLink(organization.accountant, { id: form.id })).toEqual(first);
    await revokeLink(organization.accountant, { id: form.id });
    const second = await createLink(organization.accountant, { id: form.id });
    expect(second.url).not.toBe(first.url);
    const audit = await db.admin`
      select action from audit_log where subject_id = ${form.id} and action like '%link' order by id`;
    expect(audit.map((entry) => entry.action)).toEqual([
      "invoice.create_link",
      "invoice.revoke_link",
      "invoice.create_link",
    ]);
  });

  it("has no link for a draft", async () => {
    const form = invoiceForm(organization, client.id);
    await saveInvoice(organization.accountant, form);
    await expect(createLink(organization.accountant, { id: form.id })).rejects.toMatchObject({
      key: "notIssued",
    });
  });
});
