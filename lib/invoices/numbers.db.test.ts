import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { updateNumberSeries } from "@/lib/organizations/update-number-series";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  invoiceForm,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { finalizeInvoice } from "./finalize";
import { saveInvoice } from "./save";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;
beforeEach(async () => {
  organization = await organizationFixture();
  ({ id: clientId } = await clientFixture(organization));
});

const pattern = (text: string, restartsYearly: boolean) =>
  updateNumberSeries(organization.admin, { code: "invoice", pattern: text, restartsYearly });
const issue = async (issueDate: string) =>
  (await issuedFixture(organization, clientId, { issueDate, dueDate: "" })).number;
const numbers = async () =>
  (
    await db.admin`select number from invoices
      where organization_id = ${organization.organizationId} and number is not null order by number`
  ).map((row) => row.number);
const upTo = (count: number) =>
  Array.from({ length: count }, (_, index) => `INV-${String(index + 1).padStart(4, "0")}`);

describe("document numbers", () => {
  it("begin again each year, each year for itself", async () => {
    await pattern("INV-{YYYY}-{0000}", true);
    expect(await issue("2025-12-30")).toBe("INV-2025-0001");
    expect(await issue("2026-01-02")).toBe("INV-2026-0001");
    // Written late, dated in the old year.
    expect(await issue("2025-12-31")).toBe("INV-2025-0002");
    expect(await issue("2026-01-03")).toBe("INV-2026-0002");
  });

  it("are never used twice, whatever the pattern was in between", async () => {
    expect(await issue("2026-01-01")).toBe("INV-0001");
    await pattern("INV-{YYYY}-{0000}", true);
    expect(await issue("2026-01-01")).toBe("INV-2026-0001");
    await pattern("INV-{0000}", false);
    expect(await issue("2026-01-01")).toBe("INV-0002");
    await pattern("INV-{YYYY}-{0000}", false);
    expect(await issue("2026-01-01")).toBe("INV-2026-0003");
    await pattern("INV-2026-{0000}", false);
    expect(await issue("2026-01-01")).toBe("INV-2026-0004");
    await pattern("INV-{YYYY}-{0000}", true);
    // The year's own counter stands at 2: that one is free, 3 and 4 are not.
    expect(await issue("2026-01-01")).toBe("INV-2026-0002");
    expect(await issue("2026-01-01")).toBe("INV-2026-0005");
    expect(new Set(await numbers()).size).toBe(7);
  });

  it("need the year in their pattern to begin again, in the form and in the database", async () => {
    await expect(pattern("INV-{0000}", true)).rejects.toMatchObject({
      fields: { pattern: "patternWithoutYear" },
    });
    await expect(pattern("INV-{MM}-{0000}", false)).rejects.toMatchObject({
      fields: { pattern: "numberPattern" },
    });
    const { organizationId } = organization;
    await expect(
      db.admin`update number_series set restart = 'yearly' where organization_id = ${organizationId}`,
    ).rejects.toThrow("number_series_year");
  });

  it("are an admin's to change, and the change is in the audit log", async () => {
    const change = { code: "invoice", pattern: "R{000}", restartsYearly: false };
    await expect(updateNumberSeries(organization.accountant, change)).rejects.toMatchObject({
      code: "forbidden",
    });
    await updateNumberSeries(organization.admin, change);
    const [audit] = await db.admin`select before, after from audit_log
      where organization_id = ${organization.organizationId} and action = 'organization.update_number_series'`;
    expect(audit).toMatchObject({ before: { pattern: "INV-{0000}" }, after: { pattern: "R{000}" } });
  });

  it("have neither gap nor twin in 50 finalizations at once of which some are rolled back", async () => {
    const drafts = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        // Every fifth fails after its number was taken, when its event is written.
        saveInvoice(
          organization.accountant,
          invoiceForm(organization, clientId, { reference: index % 5 ? "" : "fails" }),
        ),
      ),
    );
    await db.admin`create function fail_some() returns trigger language plpgsql as $$ begin
      if new.type = 'invoice.finalized' and exists (select 1 from invoices where id = new.invoice_id and reference = 'fails')
      then raise exception 'planned'; end if; return new; end $$`;
    await db.admin`create trigger fail_some before insert on domain_events for each row execute function fail_some()`;
    const all = await Promise.allSettled(
      drafts.map((draft) => finalizeInvoice(organization.accountant, draft)),
    );
    await db.admin`drop trigger fail_some on domain_events`;
    expect(all.filter((one) => one.status === "rejected")).toHaveLength(10);
    expect(await numbers()).toEqual(upTo(40));
  });

  it("have neither gap nor twin when a process is killed between taking a number and committing", async () => {
    const drafts = await Promise.all(
      Array.from({ length: 12 }, () =>
        saveInvoice(organization.accountant, invoiceForm(organization, clientId)),
      ),
    );
    const killed = await promisify(execFile)(
      process.execPath,
      [
        "--import",
        "tsx",
        "tests/killed-process.ts",
        db.url("cf_app"),
        JSON.stringify(organization.accountant),
        JSON.stringify(drafts.slice(0, 2)),
      ],
      { env: { ...process.env, LOG_LEVEL: "silent" } },
    ).catch((error: { signal: string }) => error.signal);
    expect(killed).toBe("SIGKILL");
    const all = await Promise.all(drafts.map((draft) => finalizeInvoice(organization.accountant, draft)));
    expect(all.map(({ number }) => number).sort()).toEqual(upTo(12));
  });
});
