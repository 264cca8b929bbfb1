import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/tests/database";
import { clientFixture, type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { memberFixture } from "@/tests/people";
import { eraseSelf, eraseUser } from "./erase-user";

const db = testDatabase();
const NAME = "Wilhelmina Quackenbush";

let organization: OrganizationFixture;

beforeAll(async () => {
  organization = await organizationFixture();
});

describe("a person", () => {
  test("is erased by an admin, not by themselves, nor as the last admin", async () => {
    const userId = await memberFixture(db, organization.organizationId, { role: "accountant", name: NAME });
    const own = { userId: organization.people.admin, confirmation: "admin" };
    await expect(eraseUser(organization.admin, own)).rejects.toMatchObject({ key: "ownAccount" });
    await eraseUser(organization.admin, { userId, confirmation: NAME });
    const [user] = await db.admin`select name from users where id = ${userId}`;
    expect(user?.name).toMatch(/^Former user [0-9A-F]{4}$/);
    expect(await db.admin`select 1 from sessions where user_id = ${userId}`).toHaveLength(0);
    const [entry] =
      await db.admin`select after from audit_log where action = 'user.erase' and subject_id = ${userId}`;
    expect(entry?.after).toEqual({ erased: true });
  });

  test("who belongs to another organization as well loses this one alone", async () => {
    const userId = await memberFixture(db, organization.organizationId, {
      role: "accountant",
      name: "Two Homes",
    });
    const other = await organizationFixture();
    await db.admin`insert into memberships (organization_id, user_id, role) values (${other.organizationId}, ${userId}, 'accountant')`;
    expect(await eraseUser(organization.admin, { userId, confirmation: "Two Homes" })).toEqual({
      erased: false,
    });
    const [user] = await db.admin`select name from users where id = ${userId}`;
    expect(user?.name).toBe("Two Homes");
    const rows = await db.admin`select organization_id, status from memberships where user_id = ${userId}`;
    expect(Object.fromEntries(rows.map((row) => [row.organization_id, row.status]))).toEqual({
      [organization.organizationId]: "deactivated",
      [other.organizationId]: "active",
    });
  });

  test("of a client erases themselves with their address typed; staff can't", async () => {
    const { id } = await clientFixture(organization, "Own Client");
    const userId = await memberFixture(db, organization.organizationId, {
      role: "client",
      clientId: id,
      name: NAME,
    });
    const [user] = await db.admin`select email from users where id = ${userId}`;
    const base = organization.clientUser(id);
    const self = { ...base, actor: { ...base.actor, userId } } as typeof base;
    await expect(eraseSelf(self, { confirmation: "other@example.com" })).rejects.toMatchObject({
      fields: { confirmation: "emailDiffers" },
    });
    await expect(eraseSelf(organization.admin, { confirmation: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await eraseSelf(self, { confirmation: user?.email });
    const [gone] = await db.admin`select erased_at from users where id = ${userId}`;
    expect(gone?.erased_at).not.toBeNull();
    const [client] = await db.admin`select name from clients where id = ${id}`;
    expect(client?.name).toBe("Own Client");
  });
});
