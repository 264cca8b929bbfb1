import { beforeEach, describe, expect, it } from "vitest";
import { factors } from "@/db/schema";
import { findSession } from "@/lib/auth/session";
import { clock } from "@/lib/platform/clock";
import { type Ctx, transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { inviteUser } from "@/lib/users/invite";
import { testDatabase } from "@/tests/database";
import { codeOf, nobody, passwordFor, signedIn, stageOf, withApp } from "@/tests/factors";
import { clientFixture, type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { newPasskeyQuestion } from "./add-passkey";
import { confirmTotp, startTotp } from "./add-totp";
import { removeFactor, renameFactor, renewCodes, resetFactors } from "./change";
import { completeSignIn } from "./complete-sign-in";
import { prove } from "./prove";
import { ownFactors } from "./queries";

const db = testDatabase();
const at = (time: string) => clock.set(`2026-03-01T${time}Z`);

let organization: OrganizationFixture;
let credentials: { email: string; password: string };

beforeEach(async () => {
  at("12:00:00");
  organization = await organizationFixture({ mfaPolicy: "required" });
  credentials = await passwordFor(db, organization, "accountant");
});

const policy = (value: string) =>
  db.admin`update organizations set mfa_policy = ${value} where id = ${organization.organizationId}`;
const events = async () =>
  (
    await db.admin`select payload ->> 'change' as change from domain_events
      where type = 'user.factor_changed' and organization_id = ${organization.organizationId} order by id`
  ).map((row) => row.change);

describe("where a factor is required", () => {
  it("staff without one may do nothing but add one; a client may", async () => {
    const { sessionId, stage, ctx } = await signedIn(credentials);
    expect(stage).toBe("enrolling");
    expect(await findSession(sessionId)).toBeNull();
    await withApp(ctx);
    expect((await findSession(sessionId))?.actor.provenAt).toEqual(clock.now());

    const { id } = await clientFixture(organization);
    await db.admin`update memberships set role = 'client', client_id = ${id}
      where user_id = ${organization.people.accountant}`;
    expect((await stageOf(sessionId)).stage).toBeNull();
    await db.admin`delete from factors where user_id = ${organization.people.accountant}`;
    expect((await signedIn(credentials)).stage).toBe("full");
  });

  it("is offered to a client, who may add, use and remove one", async () => {
    const { id: clientId } = await clientFixture(organization);
    await db.admin`update memberships set role = 'client', client_id = ${clientId}
      where user_id = ${organization.people.accountant}`;
    const client = organization.clientUser(clientId);
    expect((await newPasskeyQuestion(client, { purpose: "add" })).user.name).toBe(credentials.email);
    const { id } = await withApp(client);
    const { sessionId, stage } = await signedIn(credentials);
    expect(stage).toBe("pending");
    at("12:01:00");
    const code = codeOf((await startTotp(client, { kind: "totp" })).secret);
    await expect(completeSignIn(nobody, sessionId, { method: "code", code })).rejects.toMatchObject({
      fields: { code: "wrongCode" },
    });
    await removeFactor(client, { id });
    expect((await ownFactors(client, {})).list).toEqual([]);
  });

  it("asks for one at once when the policy changes", async () => {
    await policy("optional");
    const { sessionId, stage } = await signedIn(credentials);
    expect(stage).toBe("full");
    await policy("required");
    expect(await findSession(sessionId)).toBeNull();
    await policy("optional");
    expect(await findSession(sessionId)).not.toBeNull();
  });

  it("keeps a person's last one, also when both of two are removed at once", async () => {
    const person = organization.accountant;
    const one = await withApp(person);
    await expect(removeFactor(person, { id: one.id })).rejects.toMatchObject({ key: "lastFactor" });
    at("12:01:00");
    const two = await withApp(person, "Tablet");
    const results = await Promise.allSettled([one, two].map(({ id }) => removeFactor(person, { id })));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await ownFactors(person, {})).list).toHaveLength(1);
    await policy("optional");
    const [left] = (await ownFactors(person, {})).list;
    await removeFactor(person, { id: left?.id });
    expect(await ownFactors(person, {})).toMatchObject({ list: [], codesLeft: 0 });
  });
});

describe("an authenticator app", () => {
  it("counts once it has shown a code, and keeps its secret until then", async () => {
    const first = await startTotp(organization.accountant, { kind: "totp" });
    const again = await startTotp(organization.accountant, { kind: "totp" });
    expect(again).toEqual(first);
    expect(first.address).toContain(`secret=${first.secret}`);
    expect((await signedIn(credentials)).stage).toBe("enrolling");
    const input = { id: first.id, name: "Phone", code: "000000" };
    await expect(confirmTotp(organization.accountant, input)).rejects.toMatchObject({
      fields: { code: "wrongCode" },
    });
    const right = { ...input, code: codeOf(first.secret) };
    await expect(confirmTotp(organization.admin, right)).rejects.toMatchObject({ code: "not_found" });
    expect((await confirmTotp(organization.accountant, right)).codes).toHaveLength(10);
    await expect(confirmTotp(organization.accountant, right)).rejects.toMatchObject({ code: "not_found" });
  });

  it("confirmed by many at once is added once", async () => {
    const { id, secret } = await startTotp(organization.accountant, { kind: "totp" });
    const input = { id, name: "Phone", code: codeOf(secret) };
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => confirmTotp(organization.accountant, input)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await events()).toEqual(["added"]);
  });
});

describe("a factor", () => {
  it("is its person's: nobody else sees, renames or removes it, but an admin may reset", async () => {
    const { id } = await withApp(organization.accountant);
    const input = { id, name: "Mine" };
    await expect(renameFactor(organization.admin, input)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeFactor(organization.admin, { id })).rejects.toMatchObject({ code: "not_found" });
    const elsewhere = await organizationFixture({ mfaPolicy: "required" });
    for (const ctx of [elsewhere.accountant, elsewhere.admin, organization.clientUser(newId())])
      expect(await transaction(ctx.actor, (tx) => tx.select({ id: factors.id }).from(factors))).toEqual(
        ctx.actor.kind === "user" && ctx.actor.userId === organization.people.accountant ? [{ id }] : [],
      );
    const { accountant } = organization.people;
    await expect(resetFactors(elsewhere.admin, { userId: accountant })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(resetFactors(organization.accountant, { userId: accountant })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      resetFactors(organization.admin, { userId: organization.people.admin }),
    ).rejects.toMatchObject({
      key: "ownAccount",
    });
  });

  it("that is renamed, removed or reset is told, and ends the other sessions", async () => {
    await policy("optional");
    const session = await signedIn(credentials);
    const { id } = await withApp(session.ctx);
    const other = await signedIn(credentials);
    await renameFactor(session.ctx, { id, name: "New phone" });
    await removeFactor(session.ctx, { id });
    expect((await stageOf(session.sessionId)).stage).toBe("full");
    expect((await stageOf(other.sessionId)).stage).toBeNull();
    await withApp(session.ctx);
    await renewCodes(session.ctx, {});
    await resetFactors(organization.admin, { userId: organization.people.accountant });
    expect((await stageOf(session.sessionId)).stage).toBeNull();
    expect(await events()).toEqual(["added", "renamed", "removed", "added", "codes", "reset"]);
    const log =
      await db.admin`select action from audit_log where organization_id = ${organization.organizationId}
      and action like 'factor.%' order by id`;
    expect(log.map(({ action }) => action)).toEqual([
      "factor.add",
      "factor.rename",
      "factor.remove",
      "factor.add",
      "factor.renew_codes",
      "factor.reset",
    ]);
  });

  it("has recovery codes that can be made anew: the old ones count no more", async () => {
    const { codes } = await withApp(organization.accountant);
    const fresh = await renewCodes(organization.accountant, {});
    expect(new Set([...codes, ...fresh.codes]).size).toBe(20);
    const { sessionId } = await signedIn(credentials);
    const use = (code: string | undefined) => completeSignIn(nobody, sessionId, { method: "recovery", code });
    await expect(use(codes[0])).rejects.toMatchObject({ fields: { code: "wrongRecoveryCode" } });
    await use(fresh.codes[0]);
    expect((await ownFactors(organization.accountant, {})).codesLeft).toBe(9);
    await expect(renewCodes(organization.admin, {})).rejects.toMatchObject({ key: "noFactor" });
  });
});

describe("a fresh proof", () => {
  const invite = (ctx: Ctx) =>
    inviteUser(ctx, { id: newId(), email: `new-${newId()}@example.com`, role: "accountant", clientId: null });
  let admin: { email: string; password: string };
  beforeEach(async () => {
    admin = await passwordFor(db, organization, "admin");
    await policy("optional");
  });

  it("is asked for after five minutes, and is the password without a factor", async () => {
    const { sessionId, ctx } = await signedIn(admin);
    await invite(ctx);
    at("12:05:00");
    await expect(invite(ctx)).rejects.toMatchObject({ code: "step_up", key: "stepUpNeeded" });
    await expect(prove(ctx, { method: "password", password: "wrong" })).rejects.toMatchObject({
      fields: { password: "wrongPassword" },
    });
    await prove(ctx, { method: "password", password: admin.password });
    await invite((await stageOf(sessionId)).ctx);
    const [entry] = await db.admin`select after from audit_log where action = 'session.prove'
      and organization_id = ${organization.organizationId}`;
    expect(entry?.after).toMatchObject({ method: "password" });
  });

  it("is the factor where there is one, in the session that asks alone", async () => {
    const { secret } = await withApp(organization.admin);
    at("12:01:00");
    const pending = await signedIn(admin);
    const code = (steps: number) => ({ method: "code", code: codeOf(secret, steps) });
    const { sessionId } = await completeSignIn(nobody, pending.sessionId, code(0));
    at("12:10:00");
    const { ctx } = await stageOf(sessionId);
    await expect(invite(ctx)).rejects.toMatchObject({ code: "step_up" });
    await expect(prove(ctx, { method: "password", password: admin.password })).rejects.toMatchObject({
      code: "forbidden",
    });
    await prove(ctx, code(0));
    await invite((await stageOf(sessionId)).ctx);
    const next = await signedIn(admin);
    const other = await completeSignIn(nobody, next.sessionId, code(1));
    at("12:14:59");
    await invite((await stageOf(sessionId)).ctx);
    at("12:15:00");
    await expect(invite((await stageOf(sessionId)).ctx)).rejects.toMatchObject({ code: "step_up" });
    await expect(invite((await stageOf(other.sessionId)).ctx)).rejects.toMatchObject({ code: "step_up" });
  });

  it("that is wrong five times ends the session", async () => {
    at("23:00:00");
    const { sessionId, ctx } = await signedIn(admin);
    const wrong = () => prove(ctx, { method: "password", password: "wrong" }).catch((error) => error.key);
    for (let count = 1; count <= 5; count += 1) expect(await wrong()).toBe("checkFields");
    expect(await wrong()).toBe("tooManyTries");
    expect((await stageOf(sessionId)).stage).toBeNull();
  });
});
