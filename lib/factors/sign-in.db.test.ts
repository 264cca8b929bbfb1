import { beforeEach, describe, expect, it } from "vitest";
import { findSession } from "@/lib/auth/session";
import { clock } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/context";
import { testDatabase } from "@/tests/database";
import { codeOf, nobody, passwordFor, signedIn, stageOf, withApp } from "@/tests/factors";
import { type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { completeSignIn, secondStep } from "./complete-sign-in";
import { takeProof } from "./proof";

const db = testDatabase();
const NOON = "2026-03-01T12:00:00Z";
const at = (time: string) => clock.set(`2026-03-01T${time}Z`);

let organization: OrganizationFixture;
let credentials: { email: string; password: string };
let app: Awaited<ReturnType<typeof withApp>>;

beforeEach(async () => {
  clock.set(NOON);
  // Tries of the test before it, which the clock has not come to yet.
  await db.admin`delete from throttles`;
  organization = await organizationFixture({ mfaPolicy: "required" });
  credentials = await passwordFor(db, organization, "accountant");
  app = await withApp(organization.accountant);
  at("12:05:00");
});

const step = (sessionId: string, proof: unknown) => completeSignIn(nobody, sessionId, proof);
const code = (value: string) => ({ method: "code", code: value });

describe("a right password of a person with a factor", () => {
  it("gives a session that is nobody's, until the second step makes another", async () => {
    const { sessionId, stage } = await signedIn(credentials);
    expect(stage).toBe("pending");
    expect(await findSession(sessionId)).toBeNull();
    expect(await secondStep(sessionId)).toMatchObject({
      code: true,
      passkey: null,
      recovery: true,
      password: false,
    });

    const done = await step(sessionId, code(codeOf(app.secret)));
    expect(done.sessionId).not.toBe(sessionId);
    expect((await findSession(done.sessionId))?.user.email).toBe(credentials.email);
    expect(await stageOf(sessionId)).toMatchObject({ stage: null });
    expect(await secondStep(sessionId)).toBeNull();
    await expect(step(sessionId, code(codeOf(app.secret, 1)))).rejects.toMatchObject({
      code: "unauthenticated",
    });
    const log =
      await db.admin`select action from audit_log where organization_id = ${organization.organizationId}
      and action like 'session.%' order by id`;
    expect(log.map((row) => row.action)).toEqual(["session.password", "session.verify", "session.start"]);
  });

  it("is over after ten minutes, and can't be made whole or longer", async () => {
    const { sessionId } = await signedIn(credentials);
    await expect(db.admin`update sessions set stage = 'full' where id = ${sessionId}`).rejects.toThrow(
      "stage",
    );
    await expect(
      db.admin`update sessions set expires_at = expires_at + interval '1 second' where id = ${sessionId}`,
    ).rejects.toThrow("never changes");
    at("12:15:00");
    await expect(step(sessionId, code(codeOf(app.secret)))).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("of a deactivated person gets nowhere", async () => {
    const { sessionId } = await signedIn(credentials);
    await db.admin`update memberships set status = 'deactivated' where user_id = ${organization.people.accountant}`;
    await expect(step(sessionId, code(codeOf(app.secret)))).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});

describe("a code", () => {
  it("counts once, for the present half minute and its neighbours, and never an earlier one again", async () => {
    const use = async (steps: number) => {
      const { sessionId } = await signedIn(credentials);
      return step(sessionId, code(codeOf(app.secret, steps))).then(
        () => "in",
        (error) => error.fields.code,
      );
    };
    expect(await use(-2)).toBe("wrongCode");
    expect(await use(2)).toBe("wrongCode");
    expect(await use(0)).toBe("in");
    expect(await use(0)).toBe("wrongCode");
    expect(await use(-1)).toBe("wrongCode");
    expect(await use(1)).toBe("in");
  });

  it("that a hundred send at once lets one of them in", async () => {
    const member = { organizationId: organization.organizationId, userId: organization.people.accountant };
    const actor = { kind: "anonymous", organizationId: member.organizationId } as const;
    const value = codeOf(app.secret);
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, () =>
        transaction(actor, (tx) =>
          takeProof(tx, member, { method: "code", code: value }, { purpose: "sign-in" }),
        ),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ fields: { code: "wrongCode" } });
  });

  it("is looked at five times in a session, then the session ends", async () => {
    const { sessionId } = await signedIn(credentials);
    const wrong = () => step(sessionId, code("000000")).catch((error) => error.fields?.code ?? error.key);
    for (let count = 1; count <= 5; count += 1) expect(await wrong()).toBe("wrongCode");
    expect(await wrong()).toBe("tooManyTries");
    await expect(step(sessionId, code(codeOf(app.secret)))).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("is looked at ten times before a wait, however many sessions ask at once", async () => {
    const sessions = await Promise.all(Array.from({ length: 5 }, () => signedIn(credentials)));
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        step(sessions[index % 5]?.sessionId ?? "", code("000000")).catch(
          (error) => error.fields?.code ?? error.key,
        ),
      ),
    );
    expect(answers.filter((answer) => answer === "wrongCode").length).toBeLessThanOrEqual(10);
    const [row] = await db.admin`select sum(tries)::integer as tries from sessions
      where user_id = ${organization.people.accountant}`;
    expect(row?.tries).toBe(10);
    const { sessionId } = await signedIn(credentials);
    await expect(step(sessionId, code(codeOf(app.secret)))).rejects.toMatchObject({
      code: "too_many",
    });
    at("12:20:01");
    const later = await signedIn(credentials);
    expect(await step(later.sessionId, code(codeOf(app.secret)))).toMatchObject({
      userId: expect.any(String),
    });
  });

  it("must be six digits, and no password replaces it", async () => {
    const { sessionId } = await signedIn(credentials);
    for (const value of ["", "12345", "1234567", "abcdef"])
      await expect(step(sessionId, code(value))).rejects.toMatchObject({ fields: { code: "sixDigits" } });
    await expect(
      step(sessionId, { method: "password", password: credentials.password }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const junk of [null, {}, "x", { method: "trust me" }])
      await expect(step(sessionId, junk)).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("a recovery code", () => {
  it("lets in once, however it is typed, also when fifty send it at once", async () => {
    const [first = "", second = ""] = app.codes;
    expect(app.codes).toHaveLength(10);
    const { sessionId } = await signedIn(credentials);
    const typed = ` ${first.toUpperCase().replaceAll("-", " ")} `;
    await step(sessionId, { method: "recovery", code: typed });
    const again = await signedIn(credentials);
    await expect(step(again.sessionId, { method: "recovery", code: first })).rejects.toMatchObject({
      fields: { code: "wrongRecoveryCode" },
    });

    const member = { organizationId: organization.organizationId, userId: organization.people.accountant };
    const actor = { kind: "anonymous", organizationId: member.organizationId } as const;
    const proof = { method: "recovery", code: second } as const;
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        transaction(actor, (tx) => takeProof(tx, member, proof, { purpose: "sign-in" })),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(db.admin`update recovery_codes set used_at = null`).rejects.toThrow("used once");
  });

  it("of somebody else is none", async () => {
    const other = await organizationFixture({ mfaPolicy: "required" });
    const { codes } = await withApp(other.accountant);
    const { sessionId } = await signedIn(credentials);
    await expect(step(sessionId, { method: "recovery", code: codes[0] })).rejects.toMatchObject({
      fields: { code: "wrongRecoveryCode" },
    });
  });
});

describe("at rest", () => {
  it("neither an app's secret nor a recovery code can be read", async () => {
    const tables =
      await db.admin`select table_name from information_schema.tables where table_schema = 'public'`;
    const secrets = [app.secret, ...app.codes, ...app.codes.map((one) => one.replaceAll("-", ""))];
    for (const { table_name: name } of tables) {
      const rows = await db.admin`select t::text as row from ${db.admin(name)} t`;
      const text = rows.map(({ row }) => row).join("\n");
      for (const secret of secrets) expect(text.includes(secret), name).toBe(false);
    }
  });

  it("a sealed secret that is moved to another factor opens no more", async () => {
    const other = await organizationFixture({ mfaPolicy: "required" });
    await withApp(other.accountant);
    await db.admin`update factors set secret_sealed = (select secret_sealed from factors where id = ${app.id})
      where organization_id = ${other.organizationId}`;
    const member = { organizationId: other.organizationId, userId: other.people.accountant };
    const actor = { kind: "anonymous", organizationId: other.organizationId } as const;
    await expect(
      transaction(actor, (tx) =>
        takeProof(tx, member, { method: "code", code: codeOf(app.secret) }, { purpose: "sign-in" }),
      ),
    ).rejects.toThrow("another place");
  });
});
