import { beforeAll, describe, expect, test } from "vitest";
import { saveInvoice } from "@/lib/invoices/save";
import { scheduleInvoice } from "@/lib/invoices/schedule";
import { recordPayment } from "@/lib/payments/record-payment";
import { transaction } from "@/lib/platform/context";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  invoiceForm,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { paymentForm } from "@/tests/payments";
import { eraseClient } from "./erase-client";
import { erasurePreview } from "./erasure-preview";

const db = testDatabase();
const NAME = "Somebody With Business";

let organization: OrganizationFixture;

beforeAll(async () => {
  organization = await organizationFixture();
});

const erase = (clientId: string) => eraseClient(organization.admin, { clientId, confirmation: NAME });

describe("an erasure is refused while something is open:", () => {
  test("money that is owed, and says so before", async () => {
    const { id } = await clientFixture(organization, NAME);
    await issuedFixture(organization, id);
    await expect(erase(id)).rejects.toMatchObject({ key: "erasureOwed" });
    const { open } = await erasurePreview(organization.admin, { clientId: id });
    expect(open).toEqual([{ problem: "erasureOwed", sums: [{ currency: "EUR", minor: 24000n }] }]);
  });

  test("credit that is left", async () => {
    const { id } = await clientFixture(organization, NAME);
    await recordPayment(organization.accountant, paymentForm(id));
    await expect(erase(id)).rejects.toMatchObject({ key: "erasureCredit" });
  });

  test("a draft that goes out by itself", async () => {
    const { id } = await clientFixture(organization, NAME);
    const form = invoiceForm(organization, id, { issueDate: "2099-01-01", dueDate: "2099-02-01" });
    const draft = await saveInvoice(organization.accountant, form);
    await scheduleInvoice(organization.accountant, { ...draft, on: "2099-01-01" });
    await expect(erase(id)).rejects.toMatchObject({ key: "erasureScheduled" });
  });

  test("and by the database itself, whoever asks", async () => {
    const { id } = await clientFixture(organization, NAME);
    await issuedFixture(organization, id);
    const mark = (who: OrganizationFixture["admin"]) =>
      transaction(who.actor, (tx) => tx.execute(`update clients set erased_at = now() where id = '${id}'`));
    await expect(mark(organization.admin)).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(mark(organization.system)).rejects.toMatchObject({ cause: { code: "CF061" } });
  });
});

test("a draft that is saved while its client is erased is refused, or goes with it", async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await clientFixture(organization, NAME);
    await Promise.allSettled([
      erase(id),
      ...Array.from({ length: 4 }, () => saveInvoice(organization.accountant, invoiceForm(organization, id))),
    ]);
    const [row] =
      await db.admin`select erased_at, (select count(*)::int from invoices where client_id = ${id}) as drafts
      from clients where id = ${id}`;
    expect(row?.erased_at).not.toBeNull();
    expect(row?.drafts).toBe(0);
  }
});
