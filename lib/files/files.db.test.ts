import { beforeAll, describe, expect, it } from "vitest";
import { perDocument } from "@/lib/core/uploads";
import { deleteDraft } from "@/lib/invoices/delete";
import { getInvoice } from "@/lib/invoices/detail";
import { finalizeInvoice } from "@/lib/invoices/finalize";
import { saveInvoice } from "@/lib/invoices/save";
import type { Ctx } from "@/lib/platform/context";
import { testDatabase } from "@/tests/database";
import { clientFixture, invoiceForm, type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { AcceptedFile } from "./accept";
import { attachFile } from "./attach";
import { detachFile } from "./detach";
import { getFile, getLogo } from "./queries";
import { removeLogo } from "./remove-logo";
import { setLogo } from "./set-logo";

const db = testDatabase();
const pdf = (size = 20) =>
  new AcceptedFile("terms.pdf", "application/pdf", Buffer.alloc(size, 1), null, null);
const png = (name = "logo.png") => new AcceptedFile(name, "image/png", Buffer.from(name), 80, 40);
const MIB = 1024 * 1024;

let ours: OrganizationFixture;
let theirs: OrganizationFixture;
let clientId = "";

beforeAll(async () => {
  ours = await organizationFixture();
  theirs = await organizationFixture();
  clientId = (await clientFixture(ours)).id;
});

const draft = () => saveInvoice(ours.accountant, invoiceForm(ours, clientId));
const attach = (invoiceId: string, file = pdf()) => attachFile(ours.accountant, { invoiceId, file });
const holder = (invoiceId: string): Ctx => ({
  ...ours.admin,
  actor: { kind: "link", organizationId: ours.organizationId, invoiceId, linkId: invoiceId },
});
const NONE = { code: "not_found" };

describe("an attachment", () => {
  it("is read by the client and the link's holder of its document once that is issued, by nobody else", async () => {
    const saved = await draft();
    const { id } = await attach(saved.id);
    const own = ours.clientUser(clientId);
    const other = ours.clientUser((await clientFixture(ours, "Other")).id);
    await expect(getFile(own, { id })).rejects.toMatchObject(NONE);
    await expect(getFile(holder(saved.id), { id })).rejects.toMatchObject(NONE);
    await finalizeInvoice(ours.accountant, saved);
    const elsewhere = await draft();
    for (const ctx of [own, holder(saved.id), ours.accountant, ours.admin])
      expect((await getFile(ctx, { id })).bytes.byteLength).toBe(20);
    for (const ctx of [other, holder(elsewhere.id), theirs.admin])
      await expect(getFile(ctx, { id })).rejects.toMatchObject(NONE);
    await expect(attachFile(own, { invoiceId: saved.id, file: pdf() })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("stays with an issued document, which takes no more", async () => {
    const saved = await draft();
    const { id } = await attach(saved.id);
    await finalizeInvoice(ours.accountant, saved);
    await expect(attach(saved.id)).rejects.toMatchObject({ key: "frozen" });
    await expect(detachFile(ours.accountant, { id })).rejects.toMatchObject({ key: "frozen" });
    for (const statement of [
      db.admin`delete from files where id = ${id}`,
      db.admin`update files set name = 'other' where id = ${id}`,
      db.admin`update file_contents set bytes = 'x' where file_id = ${id}`,
    ])
      await expect(statement).rejects.toThrow(/keeps its files|never changes|append-only/);
    expect((await getInvoice(ours.accountant, { id: saved.id })).attachments).toMatchObject([{ id }]);
  });

  it("goes with its draft, or by itself, and both are in the audit log", async () => {
    const saved = await draft();
    const first = await attach(saved.id);
    await attach(saved.id);
    await detachFile(ours.accountant, { id: first.id });
    await deleteDraft(ours.accountant, { id: saved.id });
    expect(await db.admin`select 1 from files where invoice_id = ${saved.id}`).toHaveLength(0);
    expect(await db.admin`select 1 from file_contents where file_id = ${first.id}`).toHaveLength(0);
    const audit = await db.admin`select action from audit_log where subject_id = ${saved.id} order by id`;
    expect(audit.map((row) => row.action)).toEqual(
      expect.arrayContaining(["file.attach", "file.attach", "file.detach"]),
    );
  });

  it("takes the tenth place of a document once, of two that come at the same moment", async () => {
    const { id } = await draft();
    for (let n = 1; n < perDocument.files; n += 1) await attach(id);
    const both = await Promise.allSettled([attach(id), attach(id)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { key: "tooManyFiles" } });
    const [row] = await db.admin`select count(*)::int as n from files where invoice_id = ${id}`;
    expect(row?.n).toBe(perDocument.files);
  });

  it("of a document is refused beyond 20 MiB of them together", async () => {
    const { id } = await draft();
    for (let n = 0; n < 4; n += 1) await attach(id, pdf(5 * MIB));
    await expect(attach(id, pdf(1))).rejects.toMatchObject({ key: "filesTooLarge" });
  });

  it("is refused beyond 1 GiB of the organization's files, and another organization has its own room", async () => {
    const small = await organizationFixture();
    const client = await clientFixture(small);
    const { id } = await saveInvoice(small.accountant, invoiceForm(small, client.id));
    // Rows without their bytes: only what is said of sizes counts.
    await db.admin.begin(async (tx) => {
      await tx`alter table files disable trigger user`;
      await tx`insert into files (organization_id, id, purpose, name, content_type, size, width, height, sha256)
        select ${small.organizationId}, gen_random_uuid(), 'logo', 'x', 'image/png', 5242880, 1, 1, repeat('0', 64)
        from generate_series(1, 204)`;
      await tx`alter table files enable trigger user`;
    });
    const more = (size: number) => attachFile(small.accountant, { invoiceId: id, file: pdf(size) });
    await more(4 * MIB);
    await expect(more(1)).rejects.toMatchObject({ key: "storageFull" });
    await attach((await draft()).id);
  });
});

describe("the logo", () => {
  it("stands on drafts and on what is issued from now on; what is issued keeps its own", async () => {
    const before = await draft();
    await finalizeInvoice(ours.accountant, before);
    const { fileId: first } = await setLogo(ours.admin, { file: png("first.png") });
    const issued = await draft();
    await finalizeInvoice(ours.accountant, issued);
    const { fileId: second } = await setLogo(ours.admin, { file: png("second.png") });
    const { fileId: third } = await setLogo(ours.admin, { file: png("third.png") });
    const logoOn = async (id: string) => (await getInvoice(ours.accountant, { id })).logo?.id ?? null;
    expect(await logoOn(before.id)).toBeNull();
    expect(await logoOn(issued.id)).toBe(first);
    expect(await logoOn((await draft()).id)).toBe(third);
    // The second was never issued with anything.
    await expect(getFile(ours.admin, { id: second })).rejects.toMatchObject(NONE);
    expect((await getFile(holder(issued.id), { id: first })).purpose).toBe("logo");
    await expect(getFile(theirs.admin, { id: first })).rejects.toMatchObject(NONE);

    await removeLogo(ours.admin, {});
    expect(await getLogo(ours.admin, {})).toBeNull();
    expect(await logoOn(issued.id)).toBe(first);
    await expect(db.admin`update invoices set logo_file_id = null where id = ${issued.id}`).rejects.toThrow(
      "never changes",
    );
    const audit = await db.admin`select before, after from audit_log
      where organization_id = ${ours.organizationId} and action = 'organization.remove_logo'`;
    expect(audit).toEqual([{ before: { logo: "third.png" }, after: { logo: null } }]);
  });

  it("is an admin's to choose", async () => {
    await expect(setLogo(ours.accountant, { file: png() })).rejects.toMatchObject({ code: "forbidden" });
    const bare = db.admin.begin(async (tx) => {
      await tx`select set_config('role', 'cf_staff', true), set_config('app.org', ${ours.organizationId}, true)`;
      await tx`insert into files (id, purpose, name, content_type, size, width, height, sha256)
        values (gen_random_uuid(), 'logo', 'x', 'image/png', 1, 1, 1, repeat('0', 64))`;
    });
    await expect(bare).rejects.toThrow("row-level security");
  });
});
