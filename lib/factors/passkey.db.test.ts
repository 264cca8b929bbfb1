import { beforeEach, describe, expect, it } from "vitest";
import { findSession } from "@/lib/auth/session";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { authenticator } from "@/tests/authenticator";
import { testDatabase } from "@/tests/database";
import { nobody, passwordFor, signedIn } from "@/tests/factors";
import { type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { addPasskey, newPasskeyQuestion } from "./add-passkey";
import { completeSignIn, secondStep } from "./complete-sign-in";
import { passkeySignInQuestion, signInWithPasskey } from "./sign-in-with-passkey";

const db = testDatabase();

let organization: OrganizationFixture;
let credentials: { email: string; password: string };
let device: ReturnType<typeof authenticator>;

beforeEach(async () => {
  clock.set("2026-03-01T12:00:00Z");
  organization = await organizationFixture({ mfaPolicy: "required" });
  credentials = await passwordFor(db, organization, "accountant");
  device = authenticator();
});

const REFUSED = { fields: { answer: "passkeyRefused" } };
const person = () => organization.accountant;
const add = async (wrong = {}) => {
  const answer = device.create(await newPasskeyQuestion(person(), { purpose: "add" }), wrong);
  return addPasskey(person(), { id: newId(), name: "Laptop", answer });
};
const signIn = async (wrong = {}) => {
  const answer = device.get(await passkeySignInQuestion({ purpose: "sign-in" }), wrong);
  return signInWithPasskey(nobody, { answer, userAgent: null });
};

describe("a passkey", () => {
  it("is added when the device verified its person for us, and brings recovery codes", async () => {
    await expect(add({ verified: false })).rejects.toMatchObject(REFUSED);
    await expect(add({ origin: "https://counterfoil.example" })).rejects.toMatchObject(REFUSED);
    expect((await add()).codes).toHaveLength(10);
    await expect(add()).rejects.toMatchObject({ fields: { answer: "passkeyKnown" } });
  });

  it("is added by the session that asked, once, within five minutes", async () => {
    const question = await newPasskeyQuestion(person(), { purpose: "add" });
    const answer = device.create(question);
    const input = { id: newId(), name: "Laptop", answer };
    await expect(addPasskey(organization.admin, input)).rejects.toMatchObject(REFUSED);
    clock.set("2026-03-01T12:05:00Z");
    await expect(addPasskey(person(), input)).rejects.toMatchObject(REFUSED);
    clock.set("2026-03-01T12:00:00Z");
    await addPasskey(person(), input);
    await expect(addPasskey(person(), { ...input, id: newId() })).rejects.toMatchObject(REFUSED);
  });

  it("signs in without a password, as two factors", async () => {
    await expect(signIn()).rejects.toMatchObject(REFUSED);
    await add();
    const { sessionId } = await signIn();
    expect(await findSession(sessionId)).toMatchObject({
      user: { email: credentials.email },
      actor: { provenAt: clock.now() },
    });
    await db.admin`update memberships set status = 'deactivated' where user_id = ${organization.people.accountant}`;
    await expect(signIn()).rejects.toMatchObject(REFUSED);
  });

  it("is the second step of a password", async () => {
    await add();
    const { sessionId, stage } = await signedIn(credentials);
    expect(stage).toBe("pending");
    const ways = await secondStep(sessionId);
    if (!ways?.passkey) throw new Error("There is no question for the passkey");
    const answer = device.get(ways.passkey);
    const other = await signedIn(credentials);
    await expect(
      completeSignIn(nobody, other.sessionId, { method: "passkey", answer }),
    ).rejects.toMatchObject(REFUSED);
    const done = await completeSignIn(nobody, sessionId, { method: "passkey", answer });
    expect(await findSession(done.sessionId)).not.toBeNull();
  });

  it("refuses what another page, an unverified person, a copy of the device or another handle says", async () => {
    await add();
    await signIn({ counter: 7 });
    for (const wrong of [
      { origin: "https://evil.example" },
      { verified: false },
      { counter: 7 },
      { counter: 6 },
      { counter: 0 },
      { handle: "" },
      { handle: Buffer.alloc(32, 1).toString("base64url") },
    ])
      await expect(signIn(wrong), JSON.stringify(wrong)).rejects.toMatchObject(REFUSED);
    await signIn({ counter: 8 });
    await expect(db.admin`update factors set counter = 3`).rejects.toThrow("forward");
  });

  it("has an answer that counts once, also when fifty send it at once", async () => {
    await add();
    const answer = device.get(await passkeySignInQuestion({ purpose: "sign-in" }), { counter: 0 });
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, () => signInWithPasskey(nobody, { answer, userAgent: null })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject(REFUSED);
  });
});
