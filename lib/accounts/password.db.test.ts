import { afterEach, describe, expect, it } from "vitest";
import { signIn } from "@/lib/auth/sign-in";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import { counts, nobodyFrom, PASSWORD, personFixture } from "@/tests/people";
import { testSandbox } from "@/tests/sandbox";
import { workAll } from "@/tests/worker";
import { changePassword } from "./change-password";
import { requestReset, resetToken } from "./request-reset";
import { findReset, resetPassword } from "./reset-password";

const db = testDatabase();
const sandbox = testSandbox();
const nobody = nobodyFrom(null);
const other = "six other words that nobody guesses";

afterEach(() => clock.reset());

const mailsTo = (email: string) =>
  Object.values(sandbox.current.state.mails)
    .filter((mail) => mail.to.includes(email))
    .map((mail) => mail.subject);
const audited = async (userId: string) =>
  (await db.admin`select action from audit_log where subject_id = ${userId} order by id`).map(
    ({ action }) => action,
  );

async function askForReset(person: { userId: string; email: string }): Promise<string> {
  await requestReset(nobody, { email: person.email });
  const [row] =
    await db.admin`select id from password_resets where user_id = ${person.userId} order by id desc limit 1`;
  return resetToken(row?.id);
}

describe("a reset", () => {
  it("comes by email, sets another password once, ends every session, and is told", async () => {
    const person = await personFixture(db);
    const sessions = [await person.signIn("a"), await person.signIn("b")];
    const token = await askForReset(person);
    await workAll();
    expect(mailsTo(person.email).sort()).toEqual(["New sign-in to your account", "Set a new password"]);
    const mail = Object.values(sandbox.current.state.mails).find(({ html }) => html?.includes(token));
    expect(mail?.html).toContain(`http://localhost:3000/reset-password/${token}`);
    expect(await findReset(token)).toMatchObject({ email: person.email });
    await resetPassword(nobody, { token, password: other });
    expect(await Promise.all(sessions.map(counts))).toEqual([false, false]);
    await expect(person.signIn()).rejects.toMatchObject({ key: "wrongCredentials" });
    await person.signIn("a", other);
    expect(await findReset(token)).toBeNull();
    await expect(resetPassword(nobody, { token, password: PASSWORD })).rejects.toMatchObject({
      key: "linkEnded",
    });
    await workAll();
    expect(mailsTo(person.email)).toContain("Your password was changed");
    expect(await audited(person.userId)).toEqual(
      expect.arrayContaining(["account.request_reset", "account.reset_password"]),
    );
    const stored =
      await db.admin`select t::text || (select string_agg(e.payload::text, '') from domain_events e) as row
      from password_resets t`;
    expect(stored.some(({ row }) => row.includes(token))).toBe(false);
  });

  it("works once in ten tries at once", async () => {
    const person = await personFixture(db);
    const token = await askForReset(person);
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        resetPassword(nobody, { token, password: `${other} ${index}` }),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ key: "linkEnded" });
    expect(
      (await audited(person.userId)).filter((action) => action === "account.reset_password"),
    ).toHaveLength(1);
  });

  it("is worth 30 minutes, and only the newest counts", async () => {
    const person = await personFixture(db);
    clock.set("2026-05-01T10:00:00Z");
    const first = await askForReset(person);
    const second = await askForReset(person);
    expect([await findReset(first), await findReset(second)]).toMatchObject([null, {}]);
    clock.set("2026-05-01T10:29:59Z");
    expect(await findReset(second)).not.toBeNull();
    clock.set("2026-05-01T10:30:00Z");
    await expect(resetPassword(nobody, { token: second, password: other })).rejects.toMatchObject({
      key: "linkEnded",
    });
  });

  it("is answered alike for an address that nobody has, and throttled alike", async () => {
    const person = await personFixture(db);
    for (const email of [person.email, `${newId()}@example.com`]) {
      clock.set("2026-05-01T10:00:00Z");
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, () => requestReset(nobody, { email })),
      );
      const answers = results.map((result) =>
        result.status === "fulfilled" ? result.value : result.reason.key,
      );
      expect(answers.filter((answer) => answer === undefined)).toHaveLength(3);
      expect(answers.filter((answer) => answer === "waitMinutes|5")).toHaveLength(17);
    }
    const open = await db.admin`select 1 from password_resets
      where user_id = ${person.userId} and used_at is null and revoked_at is null`;
    expect(open).toHaveLength(1);
  });

  it("opens an account that wrong tries have locked; a deactivated person gets none", async () => {
    const person = await personFixture(db);
    for (let tries = 0; tries < 6; tries += 1)
      await signIn(nobody, { email: person.email, password: "wrong" }, null).catch(() => undefined);
    await expect(person.signIn()).rejects.toMatchObject({ code: "too_many" });
    const token = await askForReset(person);
    await resetPassword(nobody, { token, password: other });
    await person.signIn("a", other);
    const again = await askForReset(person);
    await db.admin`update memberships set status = 'deactivated' where user_id = ${person.userId}`;
    await expect(resetPassword(nobody, { token: again, password: PASSWORD })).rejects.toMatchObject({
      key: "linkEnded",
    });
  });

  it("refuses a password that everybody tries first, and keeps its link", async () => {
    const person = await personFixture(db);
    const token = await askForReset(person);
    for (const [password, key] of [
      ["short", "passwordTooShort"],
      ["Password1234", "passwordCommon"],
      [person.email, "passwordPersonal"],
      ["Example Ltd 2026", "passwordPersonal"],
    ])
      await expect(resetPassword(nobody, { token, password })).rejects.toMatchObject({
        fields: { password: key },
      });
    await resetPassword(nobody, { token, password: other });
  });
});

describe("a change of password", () => {
  it("asks for the present one, ends the other sessions, and is told", async () => {
    const person = await personFixture(db);
    const [here, there] = [await person.signIn("a"), await person.signIn("b")];
    await expect(changePassword(here, { current: "wrong", password: other })).rejects.toMatchObject({
      fields: { current: "passwordWrong" },
    });
    await changePassword(here, { current: PASSWORD, password: other });
    expect([await counts(here), await counts(there)]).toEqual([true, false]);
    await person.signIn("a", other);
    await workAll();
    expect(mailsTo(person.email)).toContain("Your password was changed");
    expect(await audited(person.userId)).toContain("account.change_password");
  });

  it("happens once of two at the same time", async () => {
    const person = await personFixture(db);
    const [here, there] = [await person.signIn("a"), await person.signIn("b")];
    const results = await Promise.allSettled([
      changePassword(here, { current: PASSWORD, password: `${other} here` }),
      changePassword(there, { current: PASSWORD, password: `${other} there` }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("throttles the present password like the sign-in does, and is nobody else's", async () => {
    const person = await personFixture(db);
    const here = await person.signIn();
    for (let tries = 0; tries < 5; tries += 1)
      await expect(changePassword(here, { current: "wrong", password: other })).rejects.toMatchObject({
        code: "invalid",
      });
    await expect(changePassword(here, { current: PASSWORD, password: other })).rejects.toMatchObject({
      code: "too_many",
    });
    await expect(changePassword(nobody, {})).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
