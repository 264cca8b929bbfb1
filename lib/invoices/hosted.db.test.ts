import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/platform/clock";
import { hashToken } from "@/lib/platform/crypto";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { createLink } from "./create-link";
import { getInvoice } from "./detail";
import { findLinkActor, recordView } from "./hosted";
import { revokeLink } from "./revoke-link";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;
let invoiceId: string;
let token: string;

beforeAll(async () => {
  organization = await organizationFixture();
  clientId = (await clientFixture(organization)).id;
});
beforeEach(async () => {
  invoiceId = (await issuedFixture(organization, clientId)).id;
  token = await makeLink();
});
afterEach(() => clock.reset());

async function makeLink(): Promise<string> {
  const { url } = await createLink(organization.accountant, { id: invoiceId });
  return url.split("/").at(-1) ?? "";
}

async function holder() {
  const actor = await findLinkActor(token);
  if (!actor) throw new Error("no link");
  return { actor, requestId: "test", ip: null };
}

const views = async () =>
  (await db.admin`select first_viewed_at, last_viewed_at from invoices where id = ${invoiceId}`)[0];
const told = () => db.admin`select id from domain_events
  where invoice_id = ${invoiceId} and type = 'invoice.viewed'`;

describe("a hosted link", () => {
  it("leads to its invoice, and to no other", async () => {
    const ctx = await holder();
    expect(ctx.actor).toMatchObject({ organizationId: organization.organizationId, invoiceId });
    expect((await getInvoice(ctx, { id: invoiceId })).invoice.id).toBe(invoiceId);
    const other = await issuedFixture(organization, clientId);
    await expect(getInvoice(ctx, { id: other.id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is unknown when it is guessed, cut, lengthened, empty, or the hash that is stored", async () => {
    const last = token.endsWith("A") ? "B" : "A";
    const guesses = [
      "",
      "x".repeat(100_000),
      token.slice(0, -1),
      `${token}x`,
      token.slice(0, -1) + last,
      hashToken(token),
      `${token}\0`,
      "' or 1=1 --",
    ];
    for (const guess of guesses) expect(await findLinkActor(guess), guess.slice(0, 50)).toBeNull();
  });

  it("is unknown once it is revoked, and a new one leads there again", async () => {
    await revokeLink(organization.accountant, { id: invoiceId });
    expect(await findLinkActor(token)).toBeNull();
    const next = await makeLink();
    expect(next).not.toBe(token);
    expect(await findLinkActor(next)).toMatchObject({ invoiceId });
    expect(await findLinkActor(token)).toBeNull();
    await expect(makeLink()).resolves.toBe(next);
  });

  it("is stored as a hash alone", async () => {
    const rows = await db.admin`select * from invoice_links where invoice_id = ${invoiceId}`;
    expect(rows).toMatchObject([{ token_hash: hashToken(token) }]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("is revoked by the organization's staff alone", async () => {
    const other = await organizationFixture();
    await expect(revokeLink(other.accountant, { id: invoiceId })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(revokeLink(await holder(), { id: invoiceId })).rejects.toMatchObject({ code: "forbidden" });
    expect(await findLinkActor(token)).toMatchObject({ invoiceId });
  });
});

describe("a view", () => {
  const look = async (time: string) => {
    clock.set(`2026-03-02T${time}Z`);
    await recordView(await holder(), {});
  };
  const at = (time: string) => new Date(`2026-03-02T${time}Z`);

  it("counts once within half an hour; the first stays, the last moves", async () => {
    await look("10:00:00");
    expect(await views()).toEqual({ first_viewed_at: at("10:00:00"), last_viewed_at: at("10:00:00") });
    await look("10:29:59");
    expect(await views()).toEqual({ first_viewed_at: at("10:00:00"), last_viewed_at: at("10:00:00") });
    expect(await told()).toHaveLength(1);
    await look("10:30:00");
    expect(await views()).toEqual({ first_viewed_at: at("10:00:00"), last_viewed_at: at("10:30:00") });
    expect(await told()).toHaveLength(2);
    const audit = await db.admin`select actor_kind, before, after from audit_log
      where action = 'invoice.view' and subject_id = ${invoiceId} order by id`;
    expect(audit).toMatchObject([
      { actor_kind: "link", before: { lastViewedAt: null } },
      { after: { lastViewedAt: "2026-03-02T10:30:00.000Z" } },
    ]);
  });

  it("counts once when the page is opened many times at once", async () => {
    const ctx = await holder();
    await Promise.all(Array.from({ length: 8 }, () => recordView(ctx, {})));
    expect(await told()).toHaveLength(1);
  });

  it("is noted for the link's holder alone", async () => {
    await expect(recordView(organization.accountant, {})).rejects.toMatchObject({ code: "forbidden" });
    expect(await views()).toEqual({ first_viewed_at: null, last_viewed_at: null });
  });
});
