import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/platform/clock";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { closeBooks, getClosing } from "./close-books";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;

beforeAll(async () => {
  organization = await organizationFixture({ timeZone: "Pacific/Auckland" });
  clientId = (await clientFixture(organization)).id;
});

beforeEach(() => clock.set("2026-04-10T13:00:00Z"));
afterEach(() => clock.reset());

const audit = () => db.admin`select actor_id, before, after from audit_log
  where action = 'books.close' and organization_id = ${organization.organizationId} order by id`;

describe("closing the books", () => {
  it("keeps new postings out on and before the date, until it is moved, and is in the audit log", async () => {
    const issue = (issueDate: string) =>
      issuedFixture(organization, clientId, { issueDate, dueDate: "2026-12-31" });
    await issue("2026-03-31");
    await closeBooks(organization.admin, { closedOn: "2026-03-31" });
    const entries = () => db.admin`select count(*)::int from journal_entries`;
    const before = await entries();
    for (const date of ["2026-03-31", "2026-01-01"])
      await expect(issue(date)).rejects.toMatchObject({ code: "conflict", key: "periodLocked" });
    expect(await entries()).toEqual(before);
    await issue("2026-04-01");

    await closeBooks(organization.admin, { closedOn: "2026-02-28" });
    await issue("2026-03-31");
    await closeBooks(organization.admin, { closedOn: "" });
    await issue("2026-01-01");
    const admin = organization.people.admin;
    expect(await audit()).toEqual([
      { actor_id: admin, before: { booksClosedOn: null }, after: { booksClosedOn: "2026-03-31" } },
      { actor_id: admin, before: { booksClosedOn: "2026-03-31" }, after: { booksClosedOn: "2026-02-28" } },
      { actor_id: admin, before: { booksClosedOn: "2026-02-28" }, after: { booksClosedOn: null } },
    ]);
  });

  it("says until when, and what the latest day is where the organization is", async () => {
    // It is the 11th in Auckland.
    expect(await getClosing(organization.accountant, {})).toEqual({
      closedOn: null,
      today: "2026-04-11",
      latest: "2026-04-10",
    });
  });

  it("takes only days that are over", async () => {
    for (const closedOn of ["2026-04-11", "2026-04-12", "2199-12-31"])
      await expect(closeBooks(organization.admin, { closedOn })).rejects.toMatchObject({
        fields: { closedOn: "closesToday" },
      });
    await closeBooks(organization.admin, { closedOn: "2026-04-10" });
    await closeBooks(organization.admin, { closedOn: null });
  });

  it("to the same date again changes nothing and is not audited", async () => {
    const before = (await audit()).length;
    await closeBooks(organization.admin, { closedOn: null });
    expect(await audit()).toHaveLength(before);
  });

  it("is an admin's alone, in the verb and in the database", async () => {
    for (const ctx of [organization.accountant, organization.clientUser(clientId), organization.system])
      await expect(closeBooks(ctx, { closedOn: "2026-01-31" })).rejects.toMatchObject({ code: "forbidden" });
    const [row] =
      await db.admin`select has_column_privilege('cf_staff', 'organizations', 'books_closed_on', 'update') as staff,
      has_column_privilege('cf_system', 'organizations', 'books_closed_on', 'update') as system`;
    expect(row).toEqual({ staff: false, system: false });
  });

  it.each([{ closedOn: "2026-02-30" }, { closedOn: 7 }, { closedOn: "tomorrow" }, null, []])(
    "refuses %j beside the field",
    async (input) => {
      await expect(closeBooks(organization.admin, input)).rejects.toMatchObject({ code: "invalid" });
    },
  );
});
