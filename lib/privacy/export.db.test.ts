import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { acceptFile } from "@/lib/files/accept";
import { attachFile } from "@/lib/files/attach";
import { saveInvoice } from "@/lib/invoices/save";
import { sendInvoice } from "@/lib/invoices/send";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { fetched } from "@/tests/archives";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  invoiceForm,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
  paidFixture,
} from "@/tests/fixtures";
import { personFixture } from "@/tests/people";
import { workAll } from "@/tests/worker";
import { zipArchive } from "./archive";
import { download } from "./download";
import { listClientExports, listOpenExports, listOwnExports } from "./export-queries";
import { beginExport, storePiece } from "./export-state";
import { requestClientExport, requestOwnExport } from "./request-export";
import { runExport } from "./run-export";

const db = testDatabase();
const run = promisify(execFile);

let organization: OrganizationFixture;
let clientId: string;
let numbers: string[];
let attached: string;

beforeAll(async () => {
  organization = await organizationFixture();
  clientId = (
    await clientFixture(organization, "Ada Lovelace", { taxNumber: "FR12345678901", phone: "+33 1 2345" })
  ).id;
  const sent = await issuedFixture(organization, clientId);
  await sendInvoice(organization.accountant, { id: sent.id, message: "Hello" });
  const paid = await paidFixture(organization, clientId, 24000n);
  const form = invoiceForm(organization, clientId, { notes: "A draft" });
  const draft = await saveInvoice(organization.accountant, form);
  const bytes = new TextEncoder().encode("%PDF-1.7\n%%EOF\n");
  const file = await acceptFile("attachment", "our terms.pdf", bytes);
  await attachFile(organization.accountant, { invoiceId: draft.id, file });
  attached = `documents/${draft.id}/1-our-terms.pdf`;
  const other = await clientFixture(organization, "Somebody Else");
  await issuedFixture(organization, other.id);
  numbers = [sent.number, paid.number];
});

test("a client's archive holds its data and every issued document, and nothing of others", async () => {
  const id = newId();
  await requestClientExport(organization.admin, { id, clientId });
  await workAll();
  const [row] = await listClientExports(organization.admin, { clientId });
  expect(row).toMatchObject({ id, state: "ready", done: 4, total: 4 });
  const archive = await fetched(organization.admin, "client", id);
  expect(archive.bytes).toBe(archive.length);
  expect(archive.paths).toEqual(
    ["README.txt", "client.json", attached, ...numbers.map((number) => `documents/${number}.pdf`)].sort(),
  );
  for (const number of numbers) expect(archive.text(`documents/${number}.pdf`)).toMatch(/^%PDF-/);
  expect(archive.text(attached)).toBe("%PDF-1.7\n%%EOF\n");
  const data = JSON.parse(archive.text("client.json"));
  expect(data).toMatchObject({
    format: "counterfoil export 1",
    subject: clientId,
    client: { name: "Ada Lovelace", taxNumber: "FR12345678901" },
    contacts: [{ phone: "+33 1 2345" }],
    payments: [{ amountMinor: "24000" }],
  });
  expect(data.documents).toHaveLength(3);
  expect(data.documents[0].items).toHaveLength(1);
  expect(data.links.length).toBeGreaterThan(0);
  expect(data.deliveries).toMatchObject([{ template: "invoice" }, { template: "receipt" }]);
  expect(data.auditEntries.length).toBeGreaterThan(4);
  for (const section of Object.keys(data).slice(3))
    expect(archive.text("README.txt")).toContain(`- ${section}: `);
  const all = archive.text("client.json");
  expect(all).not.toMatch(/tokenHash|passwordHash|Somebody Else/);
  const [mail] = await db.admin`select recipient from deliveries where template = 'export_ready'`;
  expect(mail?.recipient).toBe(`admin-${organization.people.admin}@example.com`);
  const trail = await db.admin`
    select action from audit_log where action like 'privacy.%' and subject_id = ${clientId} order by id`;
  expect(trail.map(({ action }) => action)).toEqual([
    "privacy.request_export",
    "privacy.finish_export",
    "privacy.download",
  ]);
});

test("no dump shows what is in it", async () => {
  const rows = await db.admin`select content_sealed from data_export_parts`;
  expect(rows.length).toBeGreaterThan(0);
  for (const { content_sealed: text } of rows) {
    expect(text).toMatch(/^s1\.k1\./);
    expect(Buffer.from(text.split(".")[2], "base64url").toString("latin1")).not.toMatch(
      /Lovelace|%PDF|client\.json/,
    );
  }
});

test("another press finds the archive under way, ten at once ask for one", async () => {
  const asked = await Promise.all(
    Array.from({ length: 10 }, () => requestClientExport(organization.admin, { id: newId(), clientId })),
  );
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
  await workAll();
  expect(
    (await listOpenExports(organization.admin, {})).filter((row) => row.clientName === "Ada Lovelace"),
  ).toHaveLength(2);
});

test("a killed worker's try is begun anew, ends in one archive, and what it would still write is refused", async () => {
  const id = newId();
  await db.admin`update data_exports set state = 'expired'`;
  await requestClientExport(organization.admin, { id, clientId });
  const killed = await run(
    process.execPath,
    ["--import", "tsx", "tests/killed-export.ts", db.url("cf_app"), JSON.stringify(organization.system), id],
    { env: { ...process.env, LOG_LEVEL: "silent" } },
  ).catch((error: { signal: string }) => error.signal);
  expect(killed).toBe("SIGKILL");
  const [half] = await db.admin`select state, done, total, run_id from data_exports where id = ${id}`;
  expect(half).toMatchObject({ state: "running", done: 1, total: 9 });
  await runExport(organization.system, { id });
  await runExport(organization.system, { id });
  expect((await fetched(organization.admin, "client", id)).paths).toHaveLength(5);
  const late = { id, runId: half?.run_id, position: 99, content: Buffer.from("late") };
  await expect(storePiece(organization.system, late)).rejects.toMatchObject({ key: "tryAgain" });
  const finished =
    await db.admin`select 1 from domain_events where type = 'export.ready' and subject_id = ${id}`;
  expect(finished).toHaveLength(1);
});

test("is for admins alone, with a fresh proof, for a week", async () => {
  const id = newId();
  await db.admin`update data_exports set state = 'expired' where subject_id = ${clientId}`;
  for (const who of [organization.accountant, organization.clientUser(clientId)])
    await expect(requestClientExport(who, { id, clientId })).rejects.toMatchObject({ code: "forbidden" });
  await requestClientExport(organization.admin, { id, clientId });
  await expect(download(organization.admin, "client", id)).rejects.toMatchObject({ code: "not_found" });
  await runExport(organization.system, { id });
  const stale = { ...organization.admin, actor: { ...organization.admin.actor, provenAt: null } };
  await expect(download(stale, "client", id)).rejects.toMatchObject({ code: "step_up" });
  await expect(download(organization.accountant, "client", id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(download(organization.accountant, "own", id)).rejects.toMatchObject({ code: "not_found" });
  await expect(download((await organizationFixture()).admin, "client", id)).rejects.toMatchObject({
    code: "not_found",
  });
  clock.set(new Date(Date.now() + 8 * 86_400_000));
  await expect(download(organization.admin, "client", id)).rejects.toMatchObject({ code: "not_found" });
  clock.reset();
});

test("a person's own archive is that person's alone", async () => {
  const person = await personFixture(db);
  const ctx = await person.signIn();
  const proven = { ...ctx, actor: { ...ctx.actor, provenAt: clock.now() } };
  const id = newId();
  await requestOwnExport(proven, { id });
  await workAll();
  expect(await listOwnExports(proven, {})).toMatchObject([{ id, state: "ready" }]);
  const archive = await fetched(proven, "own", id);
  expect(archive.paths).toEqual(["README.txt", "user.json"]);
  const data = JSON.parse(archive.text("user.json"));
  expect(data).toMatchObject({
    profile: { name: "accountant", email: person.email },
    memberships: [{ organization: "Example Ltd", role: "accountant" }],
    sessions: [{ userAgent: "Test browser" }],
  });
  expect(data.auditEntries.map((entry: { action: string }) => entry.action)).toContain("session.start");
  expect(archive.text("user.json")).not.toMatch(/argon2|passwordHash|deviceHash/);
  await expect(download(person.organization.admin, "own", id)).rejects.toMatchObject({ code: "not_found" });
  await expect(download(person.organization.admin, "client", id)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await beginExport(person.organization.system, { id })).toBeNull();
});

test("an archive of many documents is written in pieces that join to one", async () => {
  const pieces: Buffer[] = [];
  const archive = zipArchive(new Date("2026-03-01T00:00:00Z"), async (piece) => void pieces.push(piece));
  for (let index = 0; index < 8; index++)
    await archive.add(`${index}.bin`, new Uint8Array(100_000).fill(index), { shrinks: false });
  const total = await archive.end();
  expect(pieces.length).toBeGreaterThan(3);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(256 * 1024);
  expect(Buffer.concat(pieces).length).toBe(total);
});
