import { beforeAll, describe, expect, it } from "vitest";
import { createCreditNote } from "@/lib/invoices/create-credit-note";
import { finalizeInvoice } from "@/lib/invoices/finalize";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { left, owed, part, paymentForm } from "@/tests/payments";
import { recordPayment } from "./record-payment";
import { refundPayment } from "./refund";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;

beforeAll(async () => {
  clock.set(new Date("2026-03-20T10:00:00Z"));
  organization = await organizationFixture();
  ({ id: clientId } = await clientFixture(organization));
});

const pay = (invoiceId: string, id = newId()) =>
  recordPayment(organization.accountant, paymentForm(clientId, { id, settles: [part(invoiceId, "240.00")] }));
const creditDraft = (invoiceId: string) =>
  createCreditNote(organization.accountant, { id: invoiceId, newId: newId() });
const finalize = ({ id }: { id: string }) => finalizeInvoice(organization.accountant, { id, version: 1 });

describe("a credit note over the whole that races a payment of the whole", () => {
  it("leaves nothing owed: whichever comes second finds what the first has left", async () => {
    for (let round = 0; round < 8; round++) {
      const { id } = await issuedFixture(organization, clientId);
      const draft = await creditDraft(id);
      const paymentId = newId();
      const [credited, paid] = await Promise.allSettled([finalize(draft), pay(id, paymentId)]);
      expect(credited.status).toBe("fulfilled");
      expect(await owed(db, id)).toBe("0");
      expect(await left(db, draft.id)).toBe("0");
      // Paid first, the payment gave way and is the client's credit; paid second, it was refused and its author told.
      if (paid.status === "fulfilled") expect(await left(db, paymentId)).toBe("24000");
      else expect(paid.reason).toMatchObject({ key: "balanceChanged" });
    }
  });

  it("and a refund of that payment give nothing back twice", async () => {
    const { id } = await issuedFixture(organization, clientId);
    const paymentId = newId();
    await pay(id, paymentId);
    const draft = await creditDraft(id);
    const refund = () =>
      refundPayment(organization.accountant, {
        id: newId(),
        paymentId,
        amount: "240.00",
        refundable: "24000",
        method: "bank_transfer",
        refundedOn: "2026-03-20",
        reason: "",
      });
    const all = await Promise.allSettled([finalize(draft), refund(), refund()]);
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    const [sum] =
      await db.admin`select sum(amount_minor)::text as total from refunds where payment_id = ${paymentId}`;
    expect(sum?.total).toBe("24000");
    expect(await owed(db, id)).toBe("0");
    expect(await left(db, paymentId)).toBe("0");
  });
});
