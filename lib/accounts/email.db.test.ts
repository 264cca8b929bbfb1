import { afterEach, describe, expect, it } from "vitest";
import { signIn } from "@/lib/auth/sign-in";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import { nobodyFrom, PASSWORD, personFixture } from "@/tests/people";
import { testSandbox } from "@/tests/sandbox";
import { workAll } from "@/tests/worker";
import { cancelEmail, confirmEmail, findEmailChange } from "./answer-email";
import { changeEmail, emailToken, pendingEmail, withdrawEmail } from "./change-email";
import { requestReset, resetToken } from "./request-reset";
import { findReset } from "./reset-password";

const db = testDatabase();
const sandbox = testSandbox();
const nobody = nobodyFrom(null);

afterEach(() => clock.reset());

const emailOf = async (userId: string) =>
  (await db.admin`select email from users where id = ${userId}`)[0]?.email;

async function asked() {
  const person = await personFixture(db);
  const ctx = await person.signIn();
  const email = `new-${newId()}@example.com`;
  await changeEmail(ctx, { email, current: PASSWORD });
  const [row] =
    await db.admin`select id from email_changes where user_id = ${person.userId} order by id desc`;
  return { ...person, ctx, next: email, old: emailToken(row?.id, "old"), new: emailToken(row?.id, "new") };
}

describe("a change of address", () => {
  it("takes both addresses, each by its own link, in either order, and is told to both", async () => {
    for (const order of [["old", "new"] as const, ["new", "old"] as const]) {
      const person = await asked();
      await workAll();
      for (const [side, to] of [
        ["old", person.email],
        ["new", person.next],
      ] as const) {
        const mail = Object.values(sandbox.current.state.mails).find((one) =>
          one.html?.includes(person[side]),
        );
        expect(mail?.to).toEqual([to]);
      }
      expect(await confirmEmail(nobody, { token: person[order[0]] })).toEqual({ applied: false });
      expect(await confirmEmail(nobody, { token: person[order[0]] })).toEqual({ applied: false });
      expect(await emailOf(person.userId)).toBe(person.email);
      expect(await findEmailChange(person[order[1]])).toMatchObject({
        confirmed: false,
        otherConfirmed: true,
      });
      expect(await confirmEmail(nobody, { token: person[order[1]] })).toEqual({ applied: true });
      expect(await emailOf(person.userId)).toBe(person.next);
      await workAll();
      const told = Object.values(sandbox.current.state.mails).filter(
        ({ subject, to }) =>
          subject === "Your email address was changed" &&
          (to.includes(person.email) || to.includes(person.next)),
      );
      expect(told).toHaveLength(2);
      await signIn(nobody, { email: person.next, password: PASSWORD }, null);
      const [entry] = await db.admin`select before, after from audit_log
        where action = 'account.change_email' and subject_id = ${person.userId}`;
      expect(entry).toEqual({ before: { email: "••••" }, after: { email: "••••" } });
    }
  });

  it("happens once when both confirm at the same moment", async () => {
    const person = await asked();
    const results = await Promise.allSettled(
      [person.old, person.new, person.old, person.new].map((token) => confirmEmail(nobody, { token })),
    );
    const applied = results.filter((result) => result.status === "fulfilled" && result.value.applied);
    expect(applied).toHaveLength(1);
    expect(await emailOf(person.userId)).toBe(person.next);
  });

  it("can be cancelled by either address and by the person, and ends after a day", async () => {
    for (const side of ["old", "new"] as const) {
      const person = await asked();
      await confirmEmail(nobody, { token: side === "old" ? person.new : person.old });
      await cancelEmail(nobody, { token: person[side] });
      await expect(confirmEmail(nobody, { token: person[side] })).rejects.toMatchObject({ key: "linkEnded" });
      expect(await emailOf(person.userId)).toBe(person.email);
    }
    const withdrawn = await asked();
    expect(await pendingEmail(withdrawn.ctx, {})).toMatchObject({ email: withdrawn.next });
    await withdrawEmail(withdrawn.ctx, {});
    expect(await pendingEmail(withdrawn.ctx, {})).toBeNull();
    expect(await findEmailChange(withdrawn.old)).toBeNull();
    const late = await asked();
    clock.set(new Date(Date.now() + 86_400_000));
    expect(await findEmailChange(late.new)).toBeNull();
  });

  it("says nothing of an address that another account has, until it would count", async () => {
    const [person, taken] = [await personFixture(db), await personFixture(db)];
    const ctx = await person.signIn();
    expect(await changeEmail(ctx, { email: taken.email, current: PASSWORD })).toEqual({ email: taken.email });
    const [row] = await db.admin`select id from email_changes where user_id = ${person.userId}`;
    await confirmEmail(nobody, { token: emailToken(row?.id, "old") });
    await expect(confirmEmail(nobody, { token: emailToken(row?.id, "new") })).rejects.toMatchObject({
      key: "emailTaken",
    });
    expect(await emailOf(person.userId)).toBe(person.email);
  });

  it("ends what was sent to the old address", async () => {
    const person = await asked();
    await requestReset(nobody, { email: person.email });
    const [reset] = await db.admin`select id from password_resets where user_id = ${person.userId}`;
    expect(await findReset(resetToken(reset?.id))).not.toBeNull();
    await confirmEmail(nobody, { token: person.old });
    await confirmEmail(nobody, { token: person.new });
    expect(await findReset(resetToken(reset?.id))).toBeNull();
  });

  it("wants the password and another address, and is not asked for without end", async () => {
    const person = await personFixture(db);
    const ctx = await person.signIn();
    await expect(changeEmail(ctx, { email: "x@example.com", current: "wrong" })).rejects.toMatchObject({
      fields: { current: "passwordWrong" },
    });
    await expect(changeEmail(ctx, { email: person.email, current: PASSWORD })).rejects.toMatchObject({
      fields: { email: "emailSame" },
    });
    for (let times = 0; times < 5; times += 1)
      await changeEmail(ctx, { email: `x${times}@example.com`, current: PASSWORD });
    await expect(changeEmail(ctx, { email: "x@example.com", current: PASSWORD })).rejects.toMatchObject({
      code: "too_many",
    });
    await expect(changeEmail(nobody, {})).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
