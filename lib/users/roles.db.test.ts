import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { customRoles, organizations } from "@/db/schema";
import { findSession } from "@/lib/auth/session";
import { startSession } from "@/lib/auth/start-session";
import { customRole } from "@/lib/core/custom-roles";
import type { Permission } from "@/lib/core/permissions";
import { listInvoices } from "@/lib/invoices/queries";
import { saveInvoice } from "@/lib/invoices/save";
import { setMfaPolicy } from "@/lib/organizations/set-mfa-policy";
import { databaseRole } from "@/lib/platform/actor";
import { type Ctx, transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import { invoiceForm, type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { nobodyFrom } from "@/tests/people";
import { rename } from "../accounts/rename";
import { acceptInvitation } from "./accept-invitation";
import { changeRole } from "./change-role";
import { createRole } from "./create-role";
import { deleteRole } from "./delete-role";
import { invitationToken, inviteUser } from "./invite";
import { getRole, listRoles } from "./roles";
import { setStatus } from "./set-status";
import { updateRole } from "./update-role";
import { whoMay } from "./who-may";

const db = testDatabase();
let organization: OrganizationFixture;
let admin: Ctx;

beforeAll(async () => {
  organization = await organizationFixture();
  admin = organization.admin;
});

const role = async (permissions: string[], name = `Role ${newId()}`, by = admin) =>
  (await createRole(by, { id: newId(), name, permissions })).id;

/** Somebody who joined by an invitation into a role, with the session of their sign-in. */
async function member(roleId: string, by = admin) {
  const id = newId();
  await inviteUser(by, { id, email: `${id}@example.com`, role: roleId });
  const joining = { token: invitationToken(id), name: "New Person", password: "five random words here" };
  const { userId } = await acceptInvitation(nobodyFrom(null), joining);
  const signIn = async (): Promise<Ctx & { sessionId: string }> => {
    const asked = { organizationId: organization.organizationId, userId, userAgent: null };
    const { sessionId } = await startSession(nobodyFrom(null), asked);
    const session = await findSession(sessionId);
    if (!session) throw new Error("The session does not count");
    return { ...nobodyFrom(null), actor: session.actor, sessionId };
  };
  return { userId, signIn };
}

describe("a custom role", () => {
  it("is made with all that its permissions need, and is in the audit log", async () => {
    const id = await role(["invoice.write"], "Writer");
    const { permissions } = await getRole(admin, { id });
    expect(permissions).toEqual([
      "invoice.read",
      "invoice.write",
      "client.read",
      "taxRate.read",
      "exchangeRate.read",
    ]);
    const [entry] = await db.admin`select action, after from audit_log where subject_id = ${id}`;
    expect(entry).toMatchObject({ action: "role.create", after: { name: "Writer", permissions } });
  });

  it("has a name of its own, whatever the capitals", async () => {
    await role(["invoice.read"], "Taken");
    const taken = { fields: { name: "roleNameTaken" } };
    await expect(role(["invoice.read"], "tAKEN")).rejects.toMatchObject(taken);
    await expect(role(["invoice.read"], "Admin")).rejects.toMatchObject(taken);
  });

  it.each([
    ["nothing", []],
    ["what does not exist", ["invoice.fly"]],
    ["what is everybody's own", ["account.write"]],
    ["what only the system does", ["webhook.process"]],
  ])("is not made of %s", async (_, permissions) => {
    await expect(role(permissions)).rejects.toMatchObject({ code: "invalid" });
  });

  it("lets its holder do what it says and no more, and says so from the next request on", async () => {
    const id = await role(["invoice.read", "invoice.write"]);
    const { signIn } = await member(id);
    const before = await signIn();
    await saveInvoice(before, invoiceForm(organization, null));
    await expect(setMfaPolicy(before, { policy: "optional" })).rejects.toMatchObject({ code: "forbidden" });
    const { name, version } = await getRole(admin, { id });
    await updateRole(admin, { id, name, version, permissions: ["invoice.read"] });
    const session = await findSession(before.sessionId);
    if (!session) throw new Error("A role that lost something ends no session");
    const after = { ...before, actor: session.actor };
    expect((await listInvoices(after, {})).rows).toHaveLength(1);
    await expect(saveInvoice(after, invoiceForm(organization, null))).rejects.toMatchObject({
      code: "forbidden",
    });
    const [entry] =
      await db.admin`select after from audit_log where subject_id = ${id} and action = 'role.update'`;
    expect(entry?.after).toMatchObject({
      added: [],
      removed: ["invoice.write", "client.read", "taxRate.read", "exchangeRate.read"],
    });
  });

  it("that comes to allow more ends the sessions of its holders, and so does another role", async () => {
    const id = await role(["invoice.read"]);
    const { userId, signIn } = await member(id);
    const first = await signIn();
    const { name, version } = await getRole(admin, { id });
    await updateRole(admin, { id, name, version, permissions: ["invoice.read", "audit.read"] });
    expect(await findSession(first.sessionId)).toBeNull();
    const second = await signIn();
    await changeRole(admin, { userId, role: await role(["invoice.read"]) });
    expect(await findSession(second.sessionId)).toBeNull();
  });

  it("changed by two at once keeps what the first wrote", async () => {
    const id = await role(["invoice.read"], "Once");
    const change = (name: string) => updateRole(admin, { id, name, version: 1, permissions: ["books.read"] });
    const all = await Promise.allSettled([change("One"), change("Two")]);
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(all.find((one) => one.status === "rejected")).toMatchObject({
      reason: { key: "changedElsewhere" },
    });
  });

  it("goes only while nobody holds it, is invited into it, or joins at the same moment", async () => {
    const id = await role(["invoice.read"]);
    const invited = newId();
    await inviteUser(admin, { id: invited, email: `${invited}@example.com`, role: id });
    await expect(deleteRole(admin, { id })).rejects.toMatchObject({ key: "roleInUse" });
    await expect(
      transaction(admin.actor, (tx) => tx.delete(customRoles).where(sql`id = ${id}`)),
    ).rejects.toMatchObject({ cause: { code: "23503" } });
    const { userId } = await acceptInvitation(nobodyFrom(null), {
      token: invitationToken(invited),
      name: "New Person",
      password: "five random words here",
    });
    await expect(deleteRole(admin, { id })).rejects.toMatchObject({ key: "roleInUse" });
    await changeRole(admin, { userId, role: "accountant" });
    await deleteRole(admin, { id });
    expect((await listRoles(admin, {})).filter((one) => one.id === id)).toEqual([]);
  });

  it("grants nothing that this version does not know", () => {
    const { grants } = customRole({ id: newId(), name: "Later", permissions: ["invoice.fly", "system.own"] });
    expect([...grants].filter((one: string) => one.includes("fly") || one.includes("own"))).toEqual([]);
  });

  it("counts among those who may", async () => {
    const { userId } = await member(await role(["refund.approve"]));
    const ids = await transaction(organization.system.actor, (tx) => whoMay(tx, "refund.approve"));
    expect(ids.map((one) => one.userId).sort()).toEqual([organization.people.admin, userId].sort());
    await setStatus(admin, { userId, status: "deactivated" });
    const rest = await transaction(organization.system.actor, (tx) => whoMay(tx, "refund.approve"));
    expect(rest).toHaveLength(1);
  });

  it("is no matter of an accountant's, nor of another organization's", async () => {
    const form = { id: newId(), name: "Mine", permissions: ["invoice.read"] };
    await expect(createRole(organization.accountant, form)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await organizationFixture();
    const id = await role(["invoice.read"]);
    await expect(deleteRole(stranger.admin, { id })).rejects.toMatchObject({ code: "not_found" });
    const invitation = { id: newId(), email: "x@example.com", role: id };
    await expect(inviteUser(stranger.admin, invitation)).rejects.toMatchObject({
      fields: { role: "roleGone" },
    });
  });
});

describe("nobody gives what they do not have", () => {
  const beyond = { key: "beyondOwnRights" };
  let manager: Ctx;
  let managing: string;
  let strong: string;

  beforeAll(async () => {
    managing = await role(["user.invite", "user.write", "role.write", "invoice.read"]);
    strong = await role(["audit.read"]);
    manager = await (await member(managing)).signIn();
  });

  it("neither by inviting, nor by changing a role, nor by making one", async () => {
    const invite = (to: string) =>
      inviteUser(manager, { id: newId(), email: `${newId()}@example.com`, role: to });
    for (const to of ["admin", "accountant", strong]) await expect(invite(to)).rejects.toMatchObject(beyond);
    await expect(role(["audit.read"], "Stronger", manager)).rejects.toMatchObject(beyond);
    const weak = await role(["invoice.read"], "Weaker", manager);
    const { userId } = await member(weak, manager);
    for (const to of ["admin", strong])
      await expect(changeRole(manager, { userId, role: to })).rejects.toMatchObject(beyond);
    await changeRole(manager, { userId, role: managing });
  });

  it("nor by changing one's own role, nor one that may more", async () => {
    const own = await getRole(admin, { id: managing });
    const { name, version } = own;
    const more = [...own.permissions, "audit.read"];
    await expect(
      updateRole(manager, { id: managing, name, version, permissions: more }),
    ).rejects.toMatchObject(beyond);
    const other = await getRole(admin, { id: strong });
    await expect(
      updateRole(manager, { id: strong, name: other.name, version: 1, permissions: ["invoice.read"] }),
    ).rejects.toMatchObject(beyond);
  });

  it("nor takes an admin's role or access away", async () => {
    const userId = organization.people.admin;
    await expect(changeRole(manager, { userId, role: managing })).rejects.toMatchObject(beyond);
    await expect(setStatus(manager, { userId, status: "deactivated" })).rejects.toMatchObject(beyond);
  });

  it("nor behind the code's back", async () => {
    const refused = { cause: { code: "CF050" } };
    const run = (statement: ReturnType<typeof sql>) =>
      transaction(manager.actor, (tx) => tx.execute(statement));
    if (manager.actor.kind !== "user") throw new Error("unreachable");
    for (const statement of [
      sql`update custom_roles set permissions = permissions || '{audit.read}' where id = ${managing}`,
      sql`insert into custom_roles (id, name, permissions) values (${newId()}, 'Raw', '{audit.read}')`,
      sql`update memberships set role = 'admin', custom_role_id = null where user_id = ${manager.actor.userId}`,
      sql`update memberships set custom_role_id = ${strong} where user_id = ${manager.actor.userId}`,
      sql`insert into invitations (id, email, role, token_hash, invited_by, expires_at)
        values (${newId()}, 'raw@example.com', 'admin', 'x', ${manager.actor.userId}, now())`,
    ])
      await expect(run(statement)).rejects.toMatchObject(refused);
  });
});

describe("the database", () => {
  it.each([
    ["cf_reader", ["invoice.read", "books.export"]],
    ["cf_admin_reader", ["invoice.read", "audit.read"]],
    ["cf_staff", ["invoice.read", "invoice.send"]],
    ["cf_admin", ["refund.approve"]],
    ["cf_admin", ["user.write", "audit.read"]],
  ] as [string, Permission[]][])("runs a role as %s of %s", async (expected, permissions) => {
    const { signIn } = await member(await role(permissions));
    expect(databaseRole((await signIn()).actor)).toBe(expected);
  });

  it("lets a role of nothing but reads write nothing, and change its own account all the same", async () => {
    const reader = await (await member(await role(["invoice.read", "audit.read", "job.read"]))).signIn();
    const denied = { cause: { code: "42501" } };
    for (const statement of [
      sql`insert into invoices (id, currency, subtotal_minor, tax_minor, total_minor) values (${newId()}, 'EUR', 0, 0, 0)`,
      sql`update organizations set name = 'Mine'`,
      sql`update memberships set role = 'admin', custom_role_id = null`,
      sql`delete from custom_roles`,
      sql`update sessions set revoked_at = now()`,
    ])
      await expect(transaction(reader.actor, (tx) => tx.execute(statement))).rejects.toMatchObject(denied);
    const seen = await transaction(reader.actor, (tx) => tx.select().from(organizations));
    expect(seen.map((one) => one.id)).toEqual([organization.organizationId]);
    await rename(reader, { name: "Another Name" });
  });
});
