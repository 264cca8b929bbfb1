import { beforeAll, describe, expect, it } from "vitest";
import { createClient } from "@/lib/clients/create";
import { updateClient } from "@/lib/clients/update";
import type { Ctx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { exportAudit } from "./export";
import { getAuditEntry, listAudit, PAGE } from "./queries";
import type { AuditFilterForm } from "./schemas";
import { sealAudit } from "./seal";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;
let invoice: { id: string; number: string };

beforeAll(async () => {
  organization = await organizationFixture({ timeZone: "Pacific/Auckland" });
  const other = await organizationFixture();
  await clientFixture(other, "Elsewhere");
  clientId = (await clientFixture(organization, "Ölmühle 50%")).id;
  invoice = await issuedFixture(organization, clientId);
});

const found = async (filter: AuditFilterForm & { before?: string; after?: string }) =>
  (await listAudit(organization.admin, filter)).rows.map(({ entry }) => entry.action);

async function exported(ctx: Ctx, filter: AuditFilterForm = {}): Promise<string> {
  let text = "";
  for await (const piece of exportAudit(ctx, filter)) text += piece;
  return text;
}

describe("the audit log", () => {
  it("is found by who, what and about what, and nobody else's is in it", async () => {
    const all = await found({});
    expect(all).toEqual(["invoice.finalize", "invoice.create", "client.create"]);
    expect(await found({ who: organization.people.accountant })).toEqual(all);
    expect(await found({ who: organization.people.admin })).toEqual([]);
    expect(await found({ who: "system" })).toEqual([]);
    expect(await found({ action: "invoice.create" })).toEqual(["invoice.create"]);
    expect(await found({ action: "invoice.create", search: "mühle" })).toEqual([]);
    expect(await found({ subject: clientId })).toEqual(["client.create"]);
    expect(await found({ search: invoice.number.toLowerCase() })).toEqual([
      "invoice.finalize",
      "invoice.create",
    ]);
    expect(await found({ search: "ÖLMÜHLE 50%" })).toEqual(["client.create"]);
    expect(await found({ search: "0_%" })).toEqual([]);
  });

  it("is found by day, as days are where the organization is", async () => {
    const id = newId();
    // Ten in the morning of 2 January in Auckland.
    await db.admin`
      insert into audit_log (organization_id, id, action, subject_type, subject_id, actor_kind, created_at)
      values (${organization.organizationId}, ${id}, 'job.retry', 'organization', ${id}, 'system', '2020-01-01T21:00:00Z')`;
    for (const [from, to, count] of [
      ["2020-01-02", "2020-01-02", 1],
      ["2020-01-01", "2020-01-01", 0],
      ["2020-01-03", undefined, 0],
      [undefined, "2020-01-02", 1],
      [undefined, "2020-01-01", 0],
    ] as const)
      expect(await found({ action: "job.retry", from, to }), `${from} to ${to}`).toHaveLength(count);
    expect(await found({ who: "system" })).toEqual(["job.retry"]);
  });

  it("shows sensitive fields masked, and stores them so", async () => {
    const id = newId();
    const form = {
      id,
      name: "Masked",
      email: "m@example.com",
      currency: "EUR",
      taxNumber: "DE123456789",
      phone: "+49 30 1234567",
    };
    await createClient(organization.accountant, { ...form, addressLine1: "1 Long Street", city: "Berlin" });
    await updateClient(organization.accountant, {
      ...form,
      version: 1,
      taxNumber: "DE999999999",
      phone: "112",
    });
    const masked = {
      before: { taxNumber: "••••", phone: "••••", addressLine1: "••••", city: "••••" },
      after: { taxNumber: "••••", phone: "••••", addressLine1: null, city: null },
    };
    const [stored] =
      await db.admin`select before, after from audit_log where subject_id = ${id} and action = 'client.update'`;
    expect(stored).toMatchObject(masked);
    const { rows } = await listAudit(organization.admin, { subject: id, action: "client.update" });
    expect(rows[0]?.entry).toMatchObject(masked);
    await db.admin`
      insert into audit_log (organization_id, id, action, subject_type, subject_id, actor_kind, after)
      values (${organization.organizationId}, ${newId()}, 'client.old', 'client', ${id}, 'user', '{"taxNumber": "DE123456789"}')`;
    const old = await listAudit(organization.admin, { action: "client.old" });
    expect(old.rows[0]?.entry.after).toEqual({ taxNumber: "••••" });
  });

  it("tells of one entry, with its place in the chain once it is sealed", async () => {
    const { rows } = await listAudit(organization.admin, { subject: invoice.id });
    const id = rows[0]?.entry.id ?? "";
    expect((await getAuditEntry(organization.admin, { id })).seq).toBeNull();
    await sealAudit();
    expect(await getAuditEntry(organization.admin, { id })).toMatchObject({
      entry: { action: "invoice.finalize" },
      subject: invoice.number,
      actorName: "accountant",
      seq: expect.any(Number),
    });
    for (const unknown of [newId(), "x"])
      await expect(getAuditEntry(organization.admin, { id: unknown })).rejects.toMatchObject({
        code: unknown === "x" ? "invalid" : "not_found",
      });
  });

  it("goes on from page to page and back, without a gap or a twin", async () => {
    for (let n = 0; n < PAGE + 5; n += 1) await clientFixture(organization, `Client ${n}`);
    const filter = { action: "client.create" };
    const first = await listAudit(organization.admin, filter);
    const second = await listAudit(organization.admin, { ...filter, before: first.next ?? "" });
    const back = await listAudit(organization.admin, { ...filter, after: second.previous ?? "" });
    const ids = [...first.rows, ...second.rows].map(({ entry }) => entry.id);
    expect([first.previous, second.next]).toEqual([null, null]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted().reverse());
    expect(back.rows).toEqual(first.rows);
  });

  it("is an admin's alone", async () => {
    await expect(listAudit(organization.accountant, {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(exported(organization.accountant)).rejects.toMatchObject({ code: "forbidden" });
    await expect(exported(organization.admin, { who: "everybody" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("the audit log as CSV", () => {
  it("has every entry that fits, newest first, over several pieces", async () => {
    const count = 520;
    await db.admin`
      insert into audit_log (organization_id, id, action, subject_type, subject_id, actor_kind)
      select ${organization.organizationId}, ('0197a1de-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'test.many', 'client', ${clientId}, 'system'
      from generate_series(1, ${count}) n`;
    const lines = (await exported(organization.admin, { action: "test.many" })).trimEnd().split("\r\n");
    expect(lines[0]).toMatch(/^\uFEFFplace,id,at,action,/);
    const ids = lines.slice(1).map((line) => line.split(",")[1] ?? "");
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
    expect(ids).toEqual(ids.toSorted().reverse());
  });

  it("runs nothing in a spreadsheet, and gives away nothing sensitive", async () => {
    const id = newId();
    const name = '=HYPERLINK("http://evil.example")';
    await createClient(organization.accountant, { id, name, currency: "EUR" });
    await updateClient(organization.accountant, {
      id,
      name,
      currency: "EUR",
      version: 1,
      taxNumber: "DE123456789",
    });
    const text = await exported(organization.admin, { subject: id });
    expect(text).toContain(`,"'=HYPERLINK(""http://evil.example"")",`);
    expect(text).toContain('""taxNumber"":""••••""');
    expect(text).not.toContain("123456789");
  });
});
