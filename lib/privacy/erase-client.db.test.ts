import { beforeAll, describe, expect, test } from "vitest";
import { sealAudit } from "@/lib/audit/seal";
import { verifyAudit } from "@/lib/audit/verify";
import { createClient } from "@/lib/clients/create";
import { updateClient } from "@/lib/clients/update";
import { getInvoice } from "@/lib/invoices/detail";
import { duplicateInvoice } from "@/lib/invoices/duplicate";
import { findLinkActor } from "@/lib/invoices/hosted";
import { currentLink, linkToken } from "@/lib/invoices/links";
import { saveInvoice } from "@/lib/invoices/save";
import { sendInvoice } from "@/lib/invoices/send";
import { recordPayment } from "@/lib/payments/record-payment";
import { transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { answerQuote } from "@/lib/quotes/answer";
import { inviteUser } from "@/lib/users/invite";
import { setStatus } from "@/lib/users/set-status";
import { testDatabase } from "@/tests/database";
import { invoiceForm, issuedFixture, type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { part, paymentForm } from "@/tests/payments";
import { memberFixture } from "@/tests/people";
import { workAll } from "@/tests/worker";
import { eraseClient } from "./erase-client";
import { erasurePreview } from "./erasure-preview";
import { requestClientExport } from "./request-export";

const db = testDatabase();

/** Nobody else is called so: wherever it is found, it was not erased. */
const NAME = "Wilhelmina Quackenbush";
const EMAIL = "quackenbush@example.com";
const PHONE = "+49 30 5550199";
const STREET = "Quackenbush Lane 7";

let organization: OrganizationFixture;

beforeAll(async () => {
  organization = await organizationFixture();
});

/** A client about whom everything is known that can be: documents, payments, a quote, links, messages, a portal. */
async function wellKnown(email = EMAIL) {
  const id = newId();
  const { accountant } = organization;
  await createClient(accountant, {
    id,
    name: NAME,
    currency: "EUR",
    country: "DE",
    city: "Berlin",
    email,
    contactName: NAME,
    phone: PHONE,
    addressLine1: STREET,
    taxNumber: "DE-QUACKENBUSH-1",
    notes: `${NAME} calls on Mondays`,
  });
  const changed = {
    id,
    version: 1,
    name: NAME,
    currency: "EUR",
    email,
    contactName: `Old ${NAME}`,
    phone: PHONE,
  };
  await updateClient(accountant, { ...changed, addressLine1: STREET });
  await inviteUser(organization.admin, { id: newId(), email: `two.${email}`, role: "client", clientId: id });
  const invoice = await issuedFixture(organization, id);
  await sendInvoice(accountant, { id: invoice.id, message: `Dear ${NAME}` });
  await recordPayment(
    accountant,
    paymentForm(id, {
      reference: `By ${NAME}`,
      note: `${NAME} phoned`,
      settles: [part(invoice.id, "240.00")],
    }),
  );
  const quote = await issuedFixture(organization, id, { kind: "quote", dueDate: "2099-01-01" });
  await answerQuote(accountant, { id: quote.id, answer: "accepted", name: NAME, note: `Yes, ${NAME}` });
  const draft = await saveInvoice(accountant, invoiceForm(organization, id, { notes: `For ${NAME}` }));
  const member = await memberFixture(db, organization.organizationId, {
    role: "client",
    clientId: id,
    name: NAME,
  });
  await workAll();
  const link = await transaction(accountant.actor, (tx) => currentLink(tx, invoice.id));
  return { id, invoice, quote, draft, member, link: link ?? "" };
}

/** Tables in which a text is found, but where the law keeps it and where it never changes. */
async function foundIn(text: string): Promise<string[]> {
  const tables =
    await db.admin`select table_name as name from information_schema.tables where table_schema = 'public'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] =
      await db.admin`select 1 from ${db.admin(name)} t where strpos(t::text, ${text}) > 0 limit 1`;
    if (row) found.push(name);
  }
  return found.sort();
}

const erase = (clientId: string) => eraseClient(organization.admin, { clientId, confirmation: NAME });

describe("an erased client", () => {
  let known: Awaited<ReturnType<typeof wellKnown>>;

  beforeAll(async () => {
    known = await wellKnown();
    await requestClientExport(organization.admin, { id: newId(), clientId: known.id });
    await workAll();
  });

  test("is shown before, as what goes and what is kept until when and why", async () => {
    const preview = await erasurePreview(organization.admin, { clientId: known.id });
    expect(preview).toMatchObject({
      open: [],
      goes: { contacts: 1, drafts: 1, links: 1, people: 1 },
      kept: [{ count: 2, until: "2034-12-31" }],
      rule: { country: "DE", years: 8, chosen: false, law: "AO §147, UStG §14b" },
    });
  });

  test("needs its name typed, an admin and a fresh proof", async () => {
    const wrong = eraseClient(organization.admin, { clientId: known.id, confirmation: "Wilhelmina" });
    await expect(wrong).rejects.toMatchObject({ fields: { confirmation: "nameDiffers" } });
    const input = { clientId: known.id, confirmation: NAME };
    await expect(eraseClient(organization.accountant, input)).rejects.toMatchObject({ code: "forbidden" });
    const stale = { ...organization.admin, actor: { ...organization.admin.actor, provenAt: null } };
    await expect(eraseClient(stale, input)).rejects.toMatchObject({ code: "step_up" });
  });

  test("is found nowhere but on its issued documents", async () => {
    const before =
      await db.admin`select (select count(*) from journal_lines) as lines, (select sum(amount_minor) from payments) as paid`;
    await erase(known.id);
    expect(await foundIn(NAME)).toEqual(["invoices"]);
    expect(await foundIn(EMAIL)).toEqual(["invoices"]);
    expect(await foundIn(PHONE)).toEqual([]);
    const kept =
      await db.admin`select kind, lifecycle, answered_by, answer_note, buyer ->> 'name' as buyer from invoices
      where client_id = ${known.id} order by id`;
    const code = known.id.slice(-4).toUpperCase();
    expect(kept).toEqual([
      { kind: "invoice", lifecycle: "open", answered_by: null, answer_note: null, buyer: NAME },
      {
        kind: "quote",
        lifecycle: "accepted",
        answered_by: `Erased client ${code}`,
        answer_note: null,
        buyer: NAME,
      },
    ]);
    const after =
      await db.admin`select (select count(*) from journal_lines) as lines, (select sum(amount_minor) from payments) as paid`;
    expect(after).toEqual(before);
    const detail = await getInvoice(organization.accountant, { id: known.invoice.id });
    expect(detail).toMatchObject({ status: "paid", buyer: { name: NAME } });
  });

  test("opens no link, signs in nobody, and leaves an entry and an event", async () => {
    expect(await findLinkActor(linkToken(known.link))).toBeNull();
    const [user] =
      await db.admin`select name, email, password_hash, erased_at from users where id = ${known.member}`;
    expect(user).toMatchObject({
      name: `Former user ${known.member.slice(-4).toUpperCase()}`,
      email: `erased-${known.member}@erased.invalid`,
      password_hash: "erased",
    });
    expect(user?.erased_at).not.toBeNull();
    const [membership] = await db.admin`select status from memberships where user_id = ${known.member}`;
    expect(membership?.status).toBe("deactivated");
    const [entry] = await db.admin`select after, actor_id from audit_log where action = 'client.erase'`;
    expect(entry).toEqual({ after: { drafts: 1, people: 1 }, actor_id: organization.people.admin });
    const [event] =
      await db.admin`select 1 from domain_events where type = 'client.erased' and subject_id = ${known.id}`;
    expect(event).toBeDefined();
  });

  test("stays so: nothing new is kept on it, and nobody writes to it", async () => {
    const draft = saveInvoice(organization.accountant, invoiceForm(organization, known.id));
    await expect(draft).rejects.toMatchObject({ key: "erased" });
    const copy = duplicateInvoice(organization.accountant, { id: known.invoice.id, newId: newId() });
    await expect(copy).rejects.toMatchObject({ key: "erased" });
    const send = sendInvoice(organization.accountant, { id: known.invoice.id, message: "" });
    await expect(send).rejects.toMatchObject({ key: "noRecipient" });
    await expect(erase(known.id)).rejects.toMatchObject({ key: "erased" });
    const again = setStatus(organization.admin, { userId: known.member, status: "active" });
    await expect(again).rejects.toMatchObject({ key: "erased" });
    await expect(
      transaction(organization.accountant.actor, (tx) =>
        tx.execute(`update clients set name = 'Back again' where id = '${known.id}'`),
      ),
    ).rejects.toMatchObject({ cause: { code: "CF060" } });
  });

  test("had no name in the audit log to begin with, nor has anybody", async () => {
    const texts = [NAME, EMAIL, PHONE, STREET, "QUACKENBUSH", "@example.com"];
    for (const text of texts) {
      const rows = await db.admin`select action from audit_log l where strpos(l::text, ${text}) > 0`;
      expect(rows, text).toEqual([]);
    }
    const [{ count } = { count: 0 }] = await db.admin`select count(distinct action)::int from audit_log`;
    expect(count).toBeGreaterThan(12);
  });

  test("breaks no link of the audit log's chain", async () => {
    await sealAudit();
    const chains = await verifyAudit(process.env.DATABASE_URL ?? "", { heads: [], key: "" });
    expect(chains.flatMap((chain) => chain.findings)).toEqual([]);
  });
});
