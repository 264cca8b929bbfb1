import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendInvoice } from "@/lib/invoices/send";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { testSandbox } from "@/tests/sandbox";
import { workAll } from "@/tests/worker";
import { listParkedJobs, retryJob } from "./jobs";

const db = testDatabase();
const sandbox = testSandbox();
let organization: OrganizationFixture;
let other: OrganizationFixture;
let recipient: string;
let deliveryId: string;

beforeAll(async () => {
  organization = await organizationFixture();
  other = await organizationFixture();
});

/** An invoice's email whose last try fails at the provider. */
beforeEach(async () => {
  await db.admin`delete from graphile_worker._private_jobs`;
  const client = await clientFixture(organization);
  recipient = client.email;
  const { id } = await issuedFixture(organization, client.id);
  await sendInvoice(organization.accountant, { id });
  sandbox.current.addFault({ target: "resend", kind: "error500", times: 2 });
  await workAll();
  const [delivery] = await db.admin`select id from deliveries where invoice_id = ${id}`;
  deliveryId = delivery?.id;
  await db.admin`update graphile_worker._private_jobs set run_at = now(), attempts = max_attempts - 1
    where payload->>'id' = ${deliveryId}`;
  await workAll();
});

const delivery = async () => (await db.admin`select * from deliveries where id = ${deliveryId}`)[0];
const mails = () => Object.values(sandbox.current.state.mails).filter((mail) => mail.to.includes(recipient));
const parked = async () => (await listParkedJobs(organization.admin, {}))[0];

describe("a job that failed every try", () => {
  it("is parked with its reason, for its organization's admin alone", async () => {
    expect(await delivery()).toMatchObject({ state: "failed", attempts: 2 });
    expect(await listParkedJobs(organization.admin, {})).toMatchObject([
      { task: "email", attempts: 8, payload: { id: deliveryId }, problem: expect.stringContaining("error") },
    ]);
    expect(await listParkedJobs(other.admin, {})).toEqual([]);
    await expect(listParkedJobs(organization.accountant, {})).rejects.toMatchObject({ code: "forbidden" });
    await workAll();
    expect(mails()).toEqual([]);
  });

  it("is run again by an admin, delivers once, and is in the audit log", async () => {
    const job = await parked();
    await retryJob(organization.admin, { id: job?.id });
    await workAll();
    expect(mails()).toHaveLength(1);
    expect(await delivery()).toMatchObject({ state: "sent", attempts: 3, problem: null });
    expect(await listParkedJobs(organization.admin, {})).toEqual([]);
    const audit = await db.admin`select actor_id, after from audit_log
      where action = 'job.retry' and after->>'jobId' = ${job?.id ?? ""}`;
    expect(audit).toEqual([{ actor_id: organization.people.admin, after: { jobId: job?.id } }]);
    await expect(retryJob(organization.admin, { id: job?.id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is run again by nobody else", async () => {
    const job = await parked();
    await expect(retryJob(organization.accountant, { id: job?.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(retryJob(other.admin, { id: job?.id })).rejects.toMatchObject({ code: "not_found" });
    await workAll();
    expect(mails()).toEqual([]);
    expect(await parked()).toMatchObject({ id: job?.id });
  });

  it.each(["", "-1", "1e3", "9999999999999999999", "1; drop table invoices", null, 7, [], {}])(
    "is not found by the id %j",
    async (id) => {
      await expect(retryJob(organization.admin, { id })).rejects.toMatchObject({
        code: "invalid",
        fields: { id: expect.any(String) },
      });
    },
  );
});
