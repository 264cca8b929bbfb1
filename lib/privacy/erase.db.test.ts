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
import { scheduleInvoice } from "@/lib/invoices/schedule";
import { sendInvoice } from "@/lib/invoices/send";
import { recordPayment } from "@/lib/payments/record-payment";
import { transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { answerQuote } from "@/lib/quotes/answer";
import { inviteUser } from "@/lib/users/invite";
import { setStatus } from "@/lib/users/set-status";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  invoiceForm,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { part, paymentForm } from "@/tests/payments";
import { memberFixture } from "@/tests/people";
import { workAll } from "@/tests/worker";
import { eraseClient } from "./erase-client";
import { eraseSelf, eraseUser } from "./erase-user";
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
    ).rejects.toMatchObject({ cause: { code: "CF050" } });
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

describe("an erasure is refused while something is open:", () => {
  test("money that is owed, and says so before", async () => {
    const { id } = await clientFixture(organization, NAME);
    await issuedFixture(organization, id);
    await expect(erase(id)).rejects.toMatchObject({ key: "erasureOwed" });
    const { open } = await erasurePreview(organization.admin, { clientId: id });
    expect(open).toEqual([{ problem: "erasureOwed", sums: [{ currency: "EUR", minor: 24000n }] }]);
  });

  test("credit that is left", async () => {
    const { id } = await clientFixture(organization, NAME);
    await recordPayment(organization.accountant, paymentForm(id));
    await expect(erase(id)).rejects.toMatchObject({ key: "erasureCredit" });
  });

  test("a draft that goes out by itself", async () => {
    const { id } = await clientFixture(organization, NAME);
    const form = invoiceForm(organization, id, { issueDate: "2099-01-01", dueDate: "2099-02-01" });
    const draft = await saveInvoice(organization.accountant, form);
    await scheduleInvoice(organization.accountant, { ...draft, on: "2099-01-01" });
    await expect(erase(id)).rejects.toMatchObject({ key: "erasureScheduled" });
  });

  test("and by the database itself, whoever asks", async () => {
    const { id } = await clientFixture(organization, NAME);
    await issuedFixture(organization, id);
    const mark = (who: OrganizationFixture["admin"]) =>
      transaction(who.actor, (tx) => tx.execute(`update clients set erased_at = now() where id = '${id}'`));
    await expect(mark(organization.admin)).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(mark(organization.system)).rejects.toMatchObject({ cause: { code: "CF051" } });
  });
});

test("a draft that is saved while its client is erased is refused, or goes with it", async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await clientFixture(organization, NAME);
    await Promise.allSettled([
      erase(id),
      ...Array.from({ length: 4 }, () => saveInvoice(organization.accountant, invoiceForm(organization, id))),
    ]);
    const [row] =
      await db.admin`select erased_at, (select count(*)::int from invoices where client_id = ${id}) as drafts
      from clients where id = ${id}`;
    expect(row?.erased_at).not.toBeNull();
    expect(row?.drafts).toBe(0);
  }
});

describe("a person", () => {
  test("is erased by an admin, not by themselves, nor as the last admin", async () => {
    const userId = await memberFixture(db, organization.organizationId, { role: "accountant", name: NAME });
    const own = { userId: organization.people.admin, confirmation: "admin" };
    await expect(eraseUser(organization.admin, own)).rejects.toMatchObject({ key: "ownAccount" });
    await eraseUser(organization.admin, { userId, confirmation: NAME });
    const [user] = await db.admin`select name from users where id = ${userId}`;
    expect(user?.name).toMatch(/^Former user [0-9A-F]{4}$/);
    expect(await db.admin`select 1 from sessions where user_id = ${userId}`).toHaveLength(0);
    const [entry] =
      await db.admin`select after from audit_log where action = 'user.erase' and subject_id = ${userId}`;
    expect(entry?.after).toEqual({ erased: true });
  });

  test("who belongs to another organization as well loses this one alone", async () => {
    const userId = await memberFixture(db, organization.organizationId, {
      role: "accountant",
      name: "Two Homes",
    });
    const other = await organizationFixture();
    await db.admin`insert into memberships (organization_id, user_id, role) values (${other.organizationId}, ${userId}, 'accountant')`;
    expect(await eraseUser(organization.admin, { userId, confirmation: "Two Homes" })).toEqual({
      erased: false,
    });
    const [user] = await db.admin`select name from users where id = ${userId}`;
    expect(user?.name).toBe("Two Homes");
    const rows = await db.admin`select organization_id, status from memberships where user_id = ${userId}`;
    expect(Object.fromEntries(rows.map((row) => [row.organization_id, row.status]))).toEqual({
      [organization.organizationId]: "deactivated",
      [other.organizationId]: "active",
    });
  });

  test("of a client erases themselves with their address typed; staff can't", async () => {
    const { id } = await clientFixture(organization, "Own Client");
    const userId = await memberFixture(db, organization.organizationId, {
      role: "client",
      clientId: id,
      name: NAME,
    });
    const [user] = await db.admin`select email from users where id = ${userId}`;
    const base = organization.clientUser(id);
    const self = { ...base, actor: { ...base.actor, userId } } as typeof base;
    await expect(eraseSelf(self, { confirmation: "other@example.com" })).rejects.toMatchObject({
      fields: { confirmation: "emailDiffers" },
    });
    await expect(eraseSelf(organization.admin, { confirmation: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await eraseSelf(self, { confirmation: user?.email });
    const [gone] = await db.admin`select erased_at from users where id = ${userId}`;
    expect(gone?.erased_at).not.toBeNull();
    const [client] = await db.admin`select name from clients where id = ${id}`;
    expect(client?.name).toBe("Own Client");
  });
});
