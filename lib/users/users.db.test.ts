import { beforeAll, describe, expect, it } from "vitest";
import { findSession } from "@/lib/auth/session";
import { signIn } from "@/lib/auth/sign-in";
import { needsSetUp } from "@/lib/organizations/queries";
import { setUp } from "@/lib/organizations/set-up";
import type { Ctx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import { clientFixture, organizationFixture } from "@/tests/fixtures";
import { acceptInvitation, findInvitation } from "./accept-invitation";
import { changeRole } from "./change-role";
import { invitationToken, inviteUser } from "./invite";
import { listInvitations } from "./queries";
import { revokeInvitation } from "./revoke-invitation";
import { setStatus } from "./set-status";

const db = testDatabase();
const nobody: Ctx = {
  actor: { kind: "anonymous", organizationId: null },
  requestId: "test",
  ip: "192.0.2.1",
};
const password = "a long enough password";
const form = {
  organizationName: "Example Ltd",
  country: "DE",
  currency: "EUR",
  timeZone: "Europe/Berlin",
  taxName: "VAT",
  taxPercent: "19",
  name: "Ada Admin",
  email: "Admin@Example.com",
  password,
};

let admin: Ctx;

describe("set-up", () => {
  it("of an empty database makes one organization, however many ask at once", async () => {
    expect(await needsSetUp()).toBe(true);
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => setUp(nobody, form)));
    const made = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(made).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ key: "alreadySetUp" });
    expect(await needsSetUp()).toBe(false);
    const accounts = await db.admin`select code from accounts`;
    expect(accounts.map((row) => row.code)).toContain("receivable");
    expect(await db.admin`select rate_ppm from tax_rates`).toMatchObject([{ rate_ppm: 190_000 }]);
    const [row] = await db.admin`select password_hash from users`;
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  });

  it("names each wrong field", async () => {
    const wrong = {
      ...form,
      email: "nobody",
      password: "short",
      country: "",
      currency: "EURO",
      timeZone: "Mars/Base",
      taxPercent: "1e2",
    };
    await expect(setUp(nobody, wrong)).rejects.toMatchObject({
      fields: {
        email: "email",
        password: "passwordTooShort",
        country: "country",
        currency: "currency",
        timeZone: "timeZone",
        taxPercent: expect.any(String),
      },
    });
  });
});

describe("signing in", () => {
  it("gives a session that is read with the present role", async () => {
    await db.admin`update organizations set mfa_policy = 'optional'`;
    const { sessionId } = await signIn(nobody, { email: " ADMIN@example.com ", password }, "Test browser");
    const session = await findSession(sessionId);
    expect(session).toMatchObject({ actor: { role: "admin" }, user: { name: "Ada Admin" } });
    if (!session) return;
    admin = { ...nobody, actor: session.actor };
    const [entry] = await db.admin`select * from audit_log where action = 'session.start'`;
    expect(entry).toMatchObject({ subject_id: session.user.id, ip: "192.0.2.1" });
  });

  it("answers an unknown user, a wrong password and nonsense alike", async () => {
    for (const input of [
      { email: "admin@example.com", password: "a wrong password" },
      { email: "unknown@example.com", password },
    ])
      await expect(signIn(nobody, input, null)).rejects.toMatchObject({ key: "wrongCredentials" });
    for (const input of [null, [], {}, { email: 1, password: {} }])
      await expect(signIn(nobody, input, null)).rejects.toMatchObject({ code: "invalid" });
  });

  it("takes no session id that was never given", async () => {
    for (const id of [newId(), "", "x", "' or 1=1"]) expect(await findSession(id)).toBeNull();
  });
});

async function join(role: "admin" | "accountant", email: string) {
  const id = newId();
  await inviteUser(admin, { id, email, role });
  const { userId } = await acceptInvitation(nobody, {
    token: invitationToken(id),
    name: "New Person",
    password,
  });
  const { sessionId } = await signIn(nobody, { email, password }, null);
  return { id, userId, sessionId };
}

describe("an invitation", () => {
  it("works once, and stores no token", async () => {
    const { id, userId } = await join("accountant", "first@example.com");
    const again = { token: invitationToken(id), name: "Thief", password };
    await expect(acceptInvitation(nobody, again)).rejects.toMatchObject({ code: "not_found" });
    expect(await findInvitation(invitationToken(id))).toBeNull();
    await expect(db.admin`update invitations set accepted_at = null where id = ${id}`).rejects.toThrow(
      "This link has ended",
    );
    const stored = await db.admin`select to_jsonb(i)::text as row from invitations i`;
    expect(stored.some((row) => row.row.includes(invitationToken(id)))).toBe(false);
    const entries =
      await db.admin`select action from audit_log where subject_id in (${id}, ${userId}) order by id`;
    expect(entries.map((entry) => entry.action)).toEqual(["user.invite", "user.join", "session.start"]);
  });

  it("can be accepted once in ten tries at once", async () => {
    const id = newId();
    await inviteUser(admin, { id, email: "race@example.com", role: "accountant" });
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        acceptInvitation(nobody, { token: invitationToken(id), name: "Racer", password }),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await db.admin`select 1 from users where email = 'race@example.com'`).toHaveLength(1);
  });

  it("is replaced by a newer one, and can be taken back", async () => {
    const [first, second] = [newId(), newId()];
    await inviteUser(admin, { id: first, email: "second@example.com", role: "accountant" });
    await inviteUser(admin, { id: second, email: "second@example.com", role: "admin" });
    expect(await findInvitation(invitationToken(first))).toBeNull();
    expect(await findInvitation(invitationToken(second))).toMatchObject({ role: "admin" });
    await revokeInvitation(admin, { id: second });
    expect(await findInvitation(invitationToken(second))).toBeNull();
    expect((await listInvitations(admin, {})).map((row) => row.email)).not.toContain("second@example.com");
  });

  it("sent twice by one form is one; a member is not invited again; a client's user needs a client", async () => {
    const id = newId();
    await inviteUser(admin, { id, email: "twice@example.com", role: "accountant" });
    await inviteUser(admin, { id, email: "twice@example.com", role: "accountant" });
    expect(
      await db.admin`select 1 from domain_events where type = 'user.invited' and subject_id = ${id}`,
    ).toHaveLength(1);
    await expect(
      inviteUser(admin, { id: newId(), email: "first@example.com", role: "admin" }),
    ).rejects.toMatchObject({
      fields: { email: "alreadyMember" },
    });
    await expect(
      inviteUser(admin, { id: newId(), email: "c@example.com", role: "client" }),
    ).rejects.toMatchObject({
      fields: { clientId: "clientForRole" },
    });
  });
});

describe("a member", () => {
  it("has a new role from the next request on, under a new session", async () => {
    const email = "promoted@example.com";
    const { userId, sessionId } = await join("accountant", email);
    await changeRole(admin, { userId, role: "admin" });
    expect(await findSession(sessionId)).toBeNull();
    const again = await signIn(nobody, { email, password }, null);
    expect(again.sessionId).not.toBe(sessionId);
    expect((await findSession(again.sessionId))?.actor.role).toBe("admin");
  });

  it("who is deactivated is refused on the next request and can't sign in", async () => {
    const { userId, sessionId } = await join("accountant", "leaving@example.com");
    expect(await findSession(sessionId)).not.toBeNull();
    await setStatus(admin, { userId, status: "deactivated" });
    expect(await findSession(sessionId)).toBeNull();
    await expect(signIn(nobody, { email: "leaving@example.com", password }, null)).rejects.toMatchObject({
      key: "wrongCredentials",
    });
    await setStatus(admin, { userId, status: "active" });
    expect(await findSession(sessionId)).toBeNull();
    await signIn(nobody, { email: "leaving@example.com", password }, null);
  });

  it("can't change its own role or status, and two admins can't remove each other at once", async () => {
    const own = admin.actor.kind === "user" ? admin.actor.userId : "";
    await expect(changeRole(admin, { userId: own, role: "accountant" })).rejects.toMatchObject({
      key: "ownAccount",
    });
    await db.admin`update memberships set role = 'accountant' where role = 'admin' and user_id <> ${own}`;
    const { userId, sessionId } = await join("admin", "other@example.com");
    const session = await findSession(sessionId);
    if (!session) throw new Error("no session");
    const results = await Promise.allSettled([
      setStatus(admin, { userId, status: "deactivated" }),
      setStatus({ ...nobody, actor: session.actor }, { userId: own, status: "deactivated" }),
    ]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const left = await db.admin`select 1 from memberships where role = 'admin' and status = 'active'`;
    expect(left).toHaveLength(1);
  });
});

describe("the last admin", () => {
  it("can't be taken away behind the verbs' back either, also by two who do it at once", async () => {
    const { organizationId, people } = await organizationFixture();
    const demote = (user: string) => db.admin`update memberships set role = 'accountant'
      where organization_id = ${organizationId} and user_id = ${user}`;
    await expect(demote(people.admin)).rejects.toThrow("at least one active admin");
    await db.admin`update memberships set role = 'admin' where organization_id = ${organizationId} and user_id = ${people.accountant}`;
    const results = await Promise.allSettled([demote(people.admin), demote(people.accountant)]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const left = await db.admin`select 1 from memberships
      where organization_id = ${organizationId} and role = 'admin' and status = 'active'`;
    expect(left).toHaveLength(1);
  });
});

describe("another organization", () => {
  let theirs: Awaited<ReturnType<typeof organizationFixture>>;
  beforeAll(async () => {
    theirs = await organizationFixture();
  });

  it("has members, clients and invitations that are not there for us", async () => {
    await expect(
      changeRole(theirs.admin, {
        userId: admin.actor.kind === "user" ? admin.actor.userId : "",
        role: "accountant",
      }),
    ).rejects.toMatchObject({ code: "not_found" });
    const { id: clientId } = await clientFixture(theirs);
    const ours = await organizationFixture();
    await expect(
      inviteUser(ours.admin, { id: newId(), email: "x@example.com", role: "client", clientId }),
    ).rejects.toMatchObject({
      fields: { clientId: "clientGone" },
    });
  });

  it("refuses what the role may not", async () => {
    await expect(
      inviteUser(theirs.accountant, { id: newId(), email: "x@example.com", role: "admin" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(setStatus(nobody, { userId: newId(), status: "active" })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});
