import { beforeAll, describe, expect, it } from "vitest";
import { renderStatement } from "@/lib/documents/statement/pdf";
import { statementViewOf } from "@/lib/documents/statement/view";
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
  paidFixture,
} from "@/tests/fixtures";
import { clientStatement } from "./queries";
import { sendStatement } from "./send";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;

beforeAll(async () => {
  clock.set(new Date("2026-04-10T10:00:00Z"));
  organization = await organizationFixture();
  ({ id: clientId } = await clientFixture(organization));
  // March: invoiced twice, paid in part. April: a third invoice, and a credit note over the first.
  const first = await issuedFixture(organization, clientId);
  await paidFixture(organization, clientId, 10_000n);
  await issuedFixture(organization, clientId, {
    issueDate: "2026-04-02",
    dueDate: "",
    currency: "USD",
    exchangeRate: "0.9",
  });
  const note = await createCreditNote(organization.accountant, { id: first.id, newId: newId() });
  await finalizeInvoice(organization.accountant, { id: note.id, version: 1 });
});

const statement = (from: string, to: string) =>
  clientStatement(organization.accountant, { clientId, from, to });
const kinds = (section: Awaited<ReturnType<typeof statement>>["sections"][number] | undefined) =>
  section?.movements.map((one) => [one.postedOn, one.kind, one.reference, one.amountMinor, one.balanceMinor]);

describe("a client's statement", () => {
  it("opens with what was owed, lists what changed it, and closes with what is owed, per currency", async () => {
    const { sections } = await statement("2026-03-10", "2026-04-30");
    expect(
      sections.map(({ currency, openingMinor, closingMinor }) => [currency, openingMinor, closingMinor]),
    ).toEqual([
      ["EUR", 48_000n, 14_000n],
      ["USD", 0n, 24_000n],
    ]);
    expect(kinds(sections[0])).toEqual([
      ["2026-03-20", "payment.received", null, -10_000n, 38_000n],
      ["2026-04-10", "credit_note.finalized", "CN-0001", -24_000n, 14_000n],
    ]);
    expect(kinds(sections[1])).toEqual([["2026-04-02", "invoice.finalized", "INV-0003", 24_000n, 24_000n]]);
  });

  it("closes where the next one opens, and with what the invoices still owe", async () => {
    const march = (await statement("2026-03-01", "2026-03-31")).sections[0];
    const april = (await statement("2026-04-01", "2026-04-30")).sections[0];
    expect(april?.openingMinor).toBe(march?.closingMinor);
    const [owed] = await db.admin`select sum(balance_minor)::int as total from invoice_balances
      where client_id = ${clientId} and currency = 'EUR'`;
    expect(april?.closingMinor).toBe(BigInt(owed?.total));
  });

  it("of a quiet period says so, and one that ends before it begins is refused", async () => {
    expect((await statement("2020-01-01", "2020-12-31")).sections).toEqual([
      { currency: "EUR", openingMinor: 0n, movements: [], closingMinor: 0n },
    ]);
    await expect(statement("2026-04-01", "2026-03-01")).rejects.toMatchObject({
      fields: { to: "endBeforeStart" },
    });
  });

  it("is for staff, who send it as a PDF that says the same", async () => {
    const asked = { clientId, from: "2026-03-01", to: "2026-04-30", message: "" };
    await expect(clientStatement(organization.clientUser(clientId), asked)).rejects.toMatchObject({
      code: "forbidden",
    });
    await sendStatement(organization.accountant, asked);
    const [event] = await db.admin`select payload from domain_events where type = 'statement.sent'`;
    expect(event?.payload).toMatchObject({ from: "2026-03-01", to: "2026-04-30" });
    const [audit] = await db.admin`select subject_id from audit_log where action = 'statement.send'`;
    expect(audit?.subject_id).toBe(clientId);
    const view = statementViewOf(await clientStatement(organization.accountant, asked));
    const [euro] = view.sections;
    expect(euro).toMatchObject({ opening: "€0.00", closing: "€140.00" });
    expect(euro?.rows.at(-1)).toMatchObject({
      text: "Credit note",
      reference: "CN-0001",
      charge: "",
      payment: "€240.00",
      balance: "€140.00",
    });
    expect((await renderStatement(view)).subarray(0, 5).toString()).toBe("%PDF-");
  });
});
