import { beforeEach, describe, expect, test } from "vitest";
import { countries } from "@/lib/core/countries";
import { retainedUntil } from "@/lib/core/retention";
import { finalizeInvoice } from "@/lib/invoices/finalize";
import { saveInvoice } from "@/lib/invoices/save";
import { clock } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import { clientFixture, invoiceForm, type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { memberFixture } from "@/tests/people";
import { workAll } from "@/tests/worker";
import { eraseClient } from "./erase-client";
import { requestClientExport } from "./request-export";
import { retainAll } from "./retain-all";
import { getRetention } from "./retention-queries";
import { runExport } from "./run-export";
import { runRetention } from "./run-retention";
import { setRetention } from "./set-retention";
import { startRetention } from "./start-retention";

const db = testDatabase();

let organization: OrganizationFixture;

beforeEach(async () => {
  clock.reset();
  organization = await organizationFixture();
});

const later = (days: number) => new Date(Date.now() + days * 86_400_000);

/** A quote, which owes nothing, of a client that is erased. */
async function documentOfErased(issueDate: string): Promise<string> {
  const { id: clientId } = await clientFixture(organization, "Forget Me", { taxNumber: "FR12345678901" });
  const form = invoiceForm(organization, clientId, { kind: "quote", issueDate, dueDate: "2099-01-01" });
  const { id } = await finalizeInvoice(
    organization.accountant,
    await saveInvoice(organization.accountant, form),
  );
  await eraseClient(organization.admin, { clientId, confirmation: "Forget Me" });
  return id;
}

const buyerOf = async (id: string) => (await db.admin`select buyer from invoices where id = ${id}`)[0]?.buyer;
const sealedOf = async (id: string) =>
  (await db.admin`select buyer_sealed from invoices where id = ${id}`)[0]?.buyer_sealed;

describe("the last day of a document", () => {
  test("is the same to the database and to the code, for every country", async () => {
    for (const country of [...countries, "XX"])
      for (const chosen of [null, 3]) {
        const [row] =
          await db.admin`select cf.retained_until('2026-03-01', ${country}, ${chosen})::text as until`;
        expect(row?.until, country).toBe(retainedUntil("2026-03-01", country, chosen));
      }
  });

  test("is kept by the database to the day, whoever would forget earlier, and whatever else would be changed", async () => {
    // In Germany what was issued in the year before these eight is free since 1 January, the day after is not.
    const year = new Date().getUTCFullYear() - 8;
    const [free, kept] = [
      await documentOfErased(`${year - 1}-12-31`),
      await documentOfErased(`${year}-01-01`),
    ];
    const forget = (id: string, also = "", who = organization.system) =>
      transaction(who.actor, (tx) =>
        tx.execute(`update invoices set buyer = '{"name": "Gone"}'${also} where id = '${id}'`),
      );
    await expect(forget(kept)).rejects.toMatchObject({ cause: { code: "CF001" } });
    await expect(forget(free, "", organization.admin)).rejects.toMatchObject({ cause: { code: "CF001" } });
    await expect(forget(free, ", total_minor = 1, subtotal_minor = 1, tax_minor = 0")).rejects.toMatchObject({
      cause: { code: "CF001" },
    });
    await forget(free);
    expect(await buyerOf(free)).toEqual({ name: "Gone" });
    expect(await buyerOf(kept)).toMatchObject({ name: "Forget Me" });
  });
});

describe("a run", () => {
  test("takes the buyer off what no law keeps any longer, of erased clients alone", async () => {
    const year = new Date().getUTCFullYear() - 9;
    const gone = await documentOfErased(`${year}-06-01`);
    const kept = await documentOfErased(`${year + 2}-06-01`);
    const { id: clientId } = await clientFixture(organization, "Still Here");
    const form = invoiceForm(organization, clientId, {
      kind: "quote",
      issueDate: `${year}-06-01`,
      dueDate: "2099-01-01",
    });
    const other = await finalizeInvoice(
      organization.accountant,
      await saveInvoice(organization.accountant, form),
    );
    await runRetention(organization.system);
    expect(await buyerOf(gone)).toMatchObject({ email: null, country: "FR" });
    expect((await buyerOf(gone)).name).toMatch(/^Erased client /);
    expect([await sealedOf(gone), await sealedOf(kept)]).toEqual([null, expect.stringMatching(/^s1\./)]);
    expect((await buyerOf(kept)).name).toBe("Forget Me");
    expect((await buyerOf(other.id)).name).toBe("Still Here");
    const { runs } = await getRetention(organization.admin, {});
    expect(runs).toMatchObject([{ counts: { buyers: 1 }, requestedBy: null }]);
    await runRetention(organization.system);
    const entries = await db.admin`select after from audit_log where action = 'privacy.retain'
      and organization_id = ${organization.organizationId}`;
    expect(entries).toMatchObject([{ after: { buyers: 1 } }]);
  });

  test("takes what has ended long enough ago, and nothing before", async () => {
    const { organizationId } = organization;
    const userId = await memberFixture(db, organizationId, { role: "accountant", name: "Somebody" });
    const [soon, long] = [later(-89), later(-91)];
    for (const at of [soon, long]) {
      await db.admin`insert into sessions (id, organization_id, user_id, created_at, last_used_at, expires_at)
        values (${newId()}, ${organizationId}, ${userId}, ${later(-92)}, ${later(-92)}, ${at})`;
      await db.admin`insert into invitations (organization_id, id, email, role, token_hash, invited_by, expires_at, revoked_at)
        values (${organizationId}, ${newId()}, 'x@example.com', 'admin', ${newId()}, ${userId}, ${at}, ${at})`;
      await db.admin`insert into password_resets (organization_id, id, user_id, token_hash, expires_at, used_at)
        values (${organizationId}, ${newId()}, ${userId}, ${newId()}, ${at}, ${at})`;
      await db.admin`insert into webhook_inbox (organization_id, id, gateway, event_id, event_type, payload_sealed, state, processed_at)
        values (${organizationId}, ${newId()}, 'stripe', ${newId()}, 'x', 's1.k1.AAAA', 'processed', ${at})`;
    }
    // Still waiting to be acted on, however old.
    await db.admin`insert into webhook_inbox (organization_id, id, gateway, event_id, event_type, payload_sealed, received_at)
      values (${organizationId}, ${newId()}, 'stripe', ${newId()}, 'x', 's1.k1.AAAA', ${long})`;
    await runRetention(organization.system);
    const { runs } = await getRetention(organization.admin, {});
    expect(runs[0]?.counts).toMatchObject({ invitations: 1, passwordResets: 1, webhookPayloads: 1 });
    const [inbox] =
      await db.admin`select count(*)::int as rows, count(*) filter (where payload_sealed is null)::int as empty
      from webhook_inbox where organization_id = ${organizationId}`;
    expect(inbox).toEqual({ rows: 3, empty: 1 });
    clock.set(later(3));
    await runRetention(organization.system);
    expect(await db.admin`select 1 from invitations where organization_id = ${organizationId}`).toHaveLength(
      0,
    );
  });

  test("takes an archive's pieces when its week is over, and in time that it was asked for", async () => {
    const { id: clientId } = await clientFixture(organization);
    const id = newId();
    await requestClientExport(organization.admin, { id, clientId });
    await runExport(organization.system, { id });
    const state = async () => (await db.admin`select state from data_exports where id = ${id}`)[0]?.state;
    const parts = async () =>
      (await db.admin`select 1 from data_export_parts where export_id = ${id}`).length;
    clock.set(later(6));
    await runRetention(organization.system);
    expect([await state(), (await parts()) > 0]).toEqual(["ready", true]);
    clock.set(later(8));
    await runRetention(organization.system);
    expect([await state(), await parts()]).toEqual(["expired", 0]);
    clock.set(later(99));
    await runRetention(organization.system);
    expect(await state()).toBeUndefined();
  });

  test("that a killed worker left is gone on with: one run, each row counted once", async () => {
    const left = newId();
    await db.admin`insert into retention_runs (organization_id, id, started_at, counts)
      values (${organization.organizationId}, ${left}, now(), '{"invitations": 2}')`;
    const userId = await memberFixture(db, organization.organizationId, {
      role: "accountant",
      name: "Somebody",
    });
    await db.admin`insert into invitations (organization_id, id, email, role, token_hash, invited_by, expires_at)
      values (${organization.organizationId}, ${newId()}, 'y@example.com', 'admin', ${newId()}, ${userId}, ${later(-91)})`;
    await runRetention(organization.system);
    const rows = await db.admin`select id, counts, finished_at is not null as finished from retention_runs
      where organization_id = ${organization.organizationId}`;
    expect(rows).toEqual([{ id: left, counts: { invitations: 3 }, finished: true }]);
  });

  test("keeps to its organization", async () => {
    const other = await organizationFixture();
    const userId = other.people.admin;
    await db.admin`insert into invitations (organization_id, id, email, role, token_hash, invited_by, expires_at)
      values (${other.organizationId}, ${newId()}, 'z@example.com', 'admin', ${newId()}, ${userId}, ${later(-91)})`;
    await runRetention(organization.system);
    expect(
      await db.admin`select 1 from invitations where organization_id = ${other.organizationId}`,
    ).toHaveLength(1);
  });

  test("is started for every organization at night, or by an admin, one at a time", async () => {
    const id = newId();
    await startRetention(organization.admin, { id });
    await expect(startRetention(organization.admin, { id: newId() })).rejects.toMatchObject({
      key: "retentionRunning",
    });
    await expect(startRetention(organization.accountant, { id: newId() })).rejects.toMatchObject({
      code: "forbidden",
    });
    await retainAll();
    await workAll();
    const rows =
      await db.admin`select requested_by from retention_runs where organization_id = ${organization.organizationId}
      and finished_at is not null`;
    expect(rows).toEqual([{ requested_by: organization.people.admin }]);
    const [all] =
      await db.admin`select count(distinct organization_id)::int as ran, (select count(*)::int from organizations) as there
      from retention_runs`;
    expect(all?.ran).toBe(all?.there);
  });
});

describe("the years", () => {
  test("follow the country, or what an admin chose; fewer only when the name is typed", async () => {
    const years = async () => (await getRetention(organization.admin, {})).years;
    expect(await years()).toBe(8);
    await setRetention(organization.admin, { years: "12", acknowledgement: "" });
    expect(await years()).toBe(12);
    const fewer = { years: "3", acknowledgement: "yes" };
    await expect(setRetention(organization.admin, fewer)).rejects.toMatchObject({
      fields: { acknowledgement: "retentionUnlawful" },
    });
    await setRetention(organization.admin, { years: "3", acknowledgement: "Example Ltd" });
    expect(await years()).toBe(3);
    await setRetention(organization.admin, { years: "", acknowledgement: "" });
    expect(await years()).toBe(8);
    await expect(setRetention(organization.accountant, fewer)).rejects.toMatchObject({ code: "forbidden" });
    const entries =
      await db.admin`select before, after from audit_log where action = 'organization.set_retention'
      and organization_id = ${organization.organizationId} order by id`;
    expect(entries[1]).toEqual({
      before: { retentionYears: 12 },
      after: { retentionYears: 3, acknowledged: true },
    });
  });
});
