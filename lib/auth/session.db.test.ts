import { afterEach, describe, expect, it } from "vitest";
import { sessionLimitsOf } from "@/lib/core/session-limits";
import { clock } from "@/lib/platform/clock";
import { testDatabase } from "@/tests/database";
import { counts, nobodyFrom, personFixture } from "@/tests/people";
import { findSession } from "./session";
import { startSession } from "./start-session";

const db = testDatabase();
const { idle, absolute } = sessionLimitsOf("accountant");
const START = Date.parse("2026-05-01T10:00:00Z");
const at = (seconds: number) => clock.set(new Date(START + seconds * 1000));
const idOf = (ctx: { actor: object }) => ("sessionId" in ctx.actor ? String(ctx.actor.sessionId) : "");

afterEach(() => clock.reset());

describe("a session", () => {
  it("ends when nobody uses it, and at the latest when its time is over", async () => {
    at(0);
    const person = await personFixture(db);
    const [used, left] = [await person.signIn("a"), await person.signIn("b")];
    at(idle - 1);
    expect(await counts(used)).toBe(true);
    at(idle);
    expect([await counts(used), await counts(left)]).toEqual([true, false]);
    for (let seconds = idle; seconds < absolute; seconds += idle / 2) {
      at(seconds);
      expect(await counts(used)).toBe(true);
    }
    at(absolute);
    expect(await counts(used)).toBe(false);
  });

  it("is not kept alive by a screen that was left open", async () => {
    at(0);
    const ctx = await (await personFixture(db)).signIn();
    for (const seconds of [idle / 2, idle - 1]) {
      at(seconds);
      expect(await findSession(idOf(ctx), { used: false })).not.toBeNull();
    }
    at(idle);
    expect(await counts(ctx)).toBe(false);
  });

  it("can't be lengthened, handed over or brought back, whoever writes", async () => {
    at(0);
    const person = await personFixture(db);
    const id = idOf(await person.signIn());
    const { admin } = db;
    await expect(
      admin`update sessions set expires_at = expires_at + interval '1 hour' where id = ${id}`,
    ).rejects.toThrow("expires_at of a session never changes");
    await expect(
      admin`update sessions set user_id = ${person.organization.people.admin} where id = ${id}`,
    ).rejects.toThrow("user_id of a session never changes");
    await expect(
      admin`update sessions set last_used_at = ${new Date(START + idle * 1000)} where id = ${id}`,
    ).rejects.toThrow("This session has ended");
    await admin`update sessions set revoked_at = now() where id = ${id}`;
    for (const change of [admin`revoked_at = null`, admin`last_used_at = ${new Date(START + 60_000)}`])
      await expect(admin`update sessions set ${change} where id = ${id}`).rejects.toThrow("has ended");
    await expect(
      admin`insert into sessions (id, organization_id, user_id, expires_at)
        select gen_random_uuid(), organization_id, user_id, now() + interval '31 days' from sessions where id = ${id}`,
    ).rejects.toThrow("sessions_absolute");
  });

  it("ends with its role, also when another hand than ours changes it", async () => {
    const person = await personFixture(db);
    const ctx = await person.signIn();
    await db.admin`update memberships set created_at = created_at where user_id = ${person.userId}`;
    expect(await counts(ctx)).toBe(true);
    await db.admin`update memberships set role = 'admin' where user_id = ${person.userId}`;
    expect(await counts(ctx)).toBe(false);
  });
});

describe("a sign-in on a new device", () => {
  const told = async (userId: string) =>
    (await db.admin`select 1 from domain_events where type = 'session.new_device' and subject_id = ${userId}`)
      .length;

  it("is told, except the first, and once for each device", async () => {
    const person = await personFixture(db);
    await person.signIn("first");
    expect(await told(person.userId)).toBe(0);
    await person.signIn("second");
    await person.signIn("second");
    await person.signIn("first");
    expect(await told(person.userId)).toBe(1);
  });

  it("is known by its user agent where there is no token", async () => {
    const { userId, organization } = await personFixture(db);
    const start = (userAgent: string, device: string | null) =>
      startSession(nobodyFrom(null), {
        organizationId: organization.organizationId,
        userId,
        userAgent,
        device,
      });
    await start("Browser A", null);
    await start("Browser A", "token");
    expect(await told(userId)).toBe(0);
    await start("Browser B", null);
    expect(await told(userId)).toBe(1);
  });
});
