import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verifyBooks } from "@/lib/ledger/verify";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { owed, posted } from "@/tests/payments";
import { testSandbox } from "@/tests/sandbox";
import { deliverEvents, payOnline } from "@/tests/stripe";
import { bookFee } from "./book-fee";

const db = testDatabase();
const sandbox = testSandbox();
let organization: OrganizationFixture;
let invoiceId: string;
let intent: string;
let paymentId: string;

beforeAll(async () => {
  organization = await organizationFixture();
});
beforeEach(async () => {
  const client = await clientFixture(organization);
  invoiceId = (await issuedFixture(organization, client.id)).id;
  intent = await payOnline(sandbox.current, organization, invoiceId);
  const [payment] = await db.admin`select id from payments where gateway_payment_id = ${intent}`;
  paymentId = payment?.id;
});

const FEE = ["cash.stripe -385 -385", "gateway_fees 385 385"];

describe("a gateway's fee", () => {
  it("is an expense, taken from what the gateway keeps, and no matter of the client's", async () => {
    expect(await posted(db, "fee.charged", paymentId)).toEqual(FEE);
    expect(await owed(db, invoiceId)).toBe("0");
    const [audit] = await db.admin`select actor_kind, after from audit_log
      where subject_id = ${paymentId} and action = 'payment.book_fee'`;
    expect(audit).toMatchObject({ actor_kind: "system", after: { amountMinor: "385", currency: "EUR" } });
  });

  it("is asked for until the gateway knows it, and posted once by ten that hear it at the same moment", async () => {
    const client = await clientFixture(organization);
    const other = (await issuedFixture(organization, client.id)).id;
    const second = await payOnline(sandbox.current, organization, other, false);
    const charge = Object.values(sandbox.current.state.charges).find((one) => one.payment_intent === second);
    if (!charge) throw new Error("There is no charge");
    const known = charge.balance_transaction;
    charge.balance_transaction = null;
    await deliverEvents(sandbox.current, organization.organizationId, "checkout.session.completed");
    const [payment] = await db.admin`select id from payments where gateway_payment_id = ${second}`;
    const book = () => bookFee(organization.system, { id: payment?.id });
    await expect(book()).rejects.toThrow("not known yet");
    expect(await posted(db, "fee.charged", payment?.id)).toEqual([]);
    charge.balance_transaction = known;
    await Promise.all(Array.from({ length: 10 }, book));
    expect(await posted(db, "fee.charged", payment?.id)).toEqual(FEE);
  });

  it("in a currency without a rate here is not posted", async () => {
    const client = await clientFixture(organization);
    const other = (await issuedFixture(organization, client.id)).id;
    const second = await payOnline(sandbox.current, organization, other, false);
    for (const one of Object.values(sandbox.current.state.balanceTransactions)) one.currency = "gbp";
    await deliverEvents(sandbox.current, organization.organizationId, "checkout.session.completed");
    const [payment] = await db.admin`select id from payments where gateway_payment_id = ${second}`;
    expect(await owed(db, other)).toBe("0");
    expect(await posted(db, "fee.charged", payment?.id)).toEqual([]);
  });

  it("leaves the books in agreement", async () => {
    const found = await verifyBooks(process.env.DATABASE_URL ?? "");
    expect(found.flatMap((one) => one.differences)).toEqual([]);
  });
});
