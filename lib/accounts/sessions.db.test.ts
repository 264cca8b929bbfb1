import { describe, expect, it } from "vitest";
import { listMembers } from "@/lib/users/queries";
import { testDatabase } from "@/tests/database";
import { counts, nobodyFrom, personFixture } from "@/tests/people";
import { rename } from "./rename";
import { listSessions, revokeOtherSessions, revokeSession } from "./sessions";

const db = testDatabase();

describe("one's sessions", () => {
  it("are listed with device and last use, the present one marked, and end one by one or all others", async () => {
    const person = await personFixture(db);
    const [first, second, third] = [
      await person.signIn("a"),
      await person.signIn("b"),
      await person.signIn("c"),
    ];
    const rows = await listSessions(second, {});
    expect(rows.filter((row) => row.current)).toHaveLength(1);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ current: true, userAgent: "Test browser", organization: "Example Ltd" });
    const id = first.actor.kind === "user" ? first.actor.sessionId : "";
    await revokeSession(second, { id });
    expect(await counts(first)).toBe(false);
    await expect(revokeSession(second, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(revokeOtherSessions(second, { id })).rejects.toMatchObject({ code: "not_found" });
    const own = { id: second.actor.kind === "user" ? second.actor.sessionId : "" };
    expect(await revokeOtherSessions(second, own)).toEqual({ ended: 1 });
    expect([await counts(second), await counts(third)]).toEqual([true, false]);
    expect(await revokeOtherSessions(second, own)).toEqual({ ended: 0 });
    const actions = await db.admin`
      select action from audit_log where subject_id = ${person.userId} and action <> 'session.start' order by id`;
    expect(actions.map(({ action }) => action)).toEqual(["session.revoke", "session.revoke_others"]);
  });

  it("are nobody else's business", async () => {
    const [mine, theirs] = [await personFixture(db), await personFixture(db)];
    const [me, them] = [await mine.signIn(), await theirs.signIn()];
    const id = them.actor.kind === "user" ? them.actor.sessionId : "";
    await expect(revokeSession(me, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(revokeSession(mine.organization.admin, { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await counts(them)).toBe(true);
    expect((await listSessions(me, {})).map((row) => row.id)).not.toContain(id);
    await expect(listSessions(nobodyFrom(null), {})).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("one's name", () => {
  it("changes everywhere, is audited in every organization, and only when it is another", async () => {
    const [person, other] = [await personFixture(db), await personFixture(db)];
    const elsewhere = other.organization.organizationId;
    await db.admin`insert into memberships (organization_id, user_id, role)
      values (${elsewhere}, ${person.userId}, 'accountant')`;
    const ctx = await person.signIn();
    await rename(ctx, { name: " Ada Lovelace " });
    await rename(ctx, { name: "Ada Lovelace" });
    const members = await listMembers(other.organization.admin, {});
    expect(members.map((member) => member.name)).toContain("Ada Lovelace");
    const entries = await db.admin`select organization_id, before, after from audit_log
      where action = 'account.rename' and subject_id = ${person.userId}`;
    expect(entries.map((entry) => entry.organization_id).sort()).toEqual(
      [elsewhere, person.organization.organizationId].sort(),
    );
    expect(entries[0]).toMatchObject({ before: { name: "••••" }, after: { name: "••••" } });
    await expect(rename(ctx, { name: " " })).rejects.toMatchObject({ fields: { name: "required" } });
  });
});
