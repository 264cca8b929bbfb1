import { beforeEach, describe, expect, it } from "vitest";
import { createClient } from "@/lib/clients/create";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import { clientFixture, invoiceForm, type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { finalizeInvoice } from "./finalize";
import { issueScheduled } from "./issue-scheduled";
import { saveInvoice } from "./save";
import { scheduleInvoice, unscheduleInvoice } from "./schedule";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;

beforeEach(async () => {
  clock.set(new Date("2026-03-10T22:30:00Z"));
  // There it is the 11th already.
  organization = await organizationFixture({ timeZone: "Europe/Athens" });
  ({ id: clientId } = await clientFixture(organization));
});

const draft = (overrides: object = {}) =>
  saveInvoice(organization.accountant, invoiceForm(organization, clientId, overrides));
const schedule = (saved: { id: string; version: number }, on: string) =>
  scheduleInvoice(organization.accountant, { ...saved, on });
const stored = async (id: string) =>
  (
    await db.admin`select *, issue_date::text, due_date::text, scheduled_for::text from invoices where id = ${id}`
  )[0];
const run = (id: string) => issueScheduled(organization.system, { id });

describe("a scheduled invoice", () => {
  it("is finalized, dated and sent on its day, once, where the organization is", async () => {
    const saved = await schedule(await draft(), "2026-04-01");
    const [job] =
      await db.admin`select run_at, key from graphile_worker.jobs where key = ${`scheduled:${saved.id}`}`;
    expect(job?.run_at).toEqual(new Date("2026-03-31T21:00:00Z"));
    clock.set(new Date("2026-03-31T20:59:00Z"));
    await run(saved.id);
    expect(await stored(saved.id)).toMatchObject({ lifecycle: "draft", scheduled_for: "2026-04-01" });
    clock.set(new Date("2026-03-31T21:00:00Z"));
    await Promise.all([run(saved.id), run(saved.id)].map((one) => one.catch(() => {})));
    await run(saved.id);
    expect(await stored(saved.id)).toMatchObject({
      lifecycle: "open",
      number: "INV-0001",
      issue_date: "2026-04-01",
      due_date: "2026-04-15",
      sent_at: clock.now(),
    });
    const events =
      await db.admin`select type, actor_kind from domain_events where invoice_id = ${saved.id} order by id`;
    expect(events.map((event) => event.type)).toEqual([
      "invoice.created",
      "invoice.scheduled",
      "invoice.finalized",
      "invoice.sent",
    ]);
    expect(events.at(-1)?.actor_kind).toBe("system");
  });

  it("may be moved and taken back", async () => {
    const saved = await schedule(await draft(), "2026-04-01");
    const moved = await schedule(saved, "2026-04-10");
    const jobs =
      await db.admin`select run_at from graphile_worker.jobs where key = ${`scheduled:${saved.id}`}`;
    expect(jobs).toEqual([{ run_at: new Date("2026-04-09T21:00:00Z") }]);
    await unscheduleInvoice(organization.accountant, moved);
    clock.set(new Date("2026-04-11T10:00:00Z"));
    await run(saved.id);
    expect(await stored(saved.id)).toMatchObject({ lifecycle: "draft", scheduled_for: null });
  });

  it("finalized by hand before its day is not sent again", async () => {
    const saved = await schedule(await draft(), "2026-04-01");
    await finalizeInvoice(organization.accountant, saved);
    clock.set(new Date("2026-04-01T10:00:00Z"));
    await run(saved.id);
    expect(await stored(saved.id)).toMatchObject({ lifecycle: "open", sent_at: null });
  });

  it("that people have to put right becomes a plain draft again, and they are told why", async () => {
    const saved = await schedule(await draft(), "2026-04-01");
    await db.admin`update organizations set books_closed_on = '2026-04-30' where id = ${organization.organizationId}`;
    clock.set(new Date("2026-04-01T10:00:00Z"));
    await run(saved.id);
    expect(await stored(saved.id)).toMatchObject({ lifecycle: "draft", number: null, scheduled_for: null });
    const [event] = await db.admin`select payload from domain_events where invoice_id = ${saved.id}
      and type = 'invoice.schedule_failed'`;
    expect(event?.payload).toEqual({ reason: "periodLocked" });
  });

  it("needs a day to come and somebody to send it to", async () => {
    await expect(schedule(await draft(), "2026-03-11")).rejects.toMatchObject({
      fields: { on: "notInFuture" },
    });
    const mute = newId();
    await createClient(organization.accountant, { id: mute, name: "No Address", currency: "EUR" });
    await expect(schedule(await draft({ clientId: mute }), "2026-04-01")).rejects.toMatchObject({
      key: "noRecipient",
    });
    await expect(schedule(await draft({ clientId: null }), "2026-04-01")).rejects.toMatchObject({
      key: "noRecipient",
    });
  });
});
