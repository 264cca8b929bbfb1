import { beforeAll, describe, expect, it } from "vitest";
import { clientCredit } from "@/lib/payments/settling";
import { newId } from "@/lib/platform/ids";
import { answerQuote } from "@/lib/quotes/answer";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  invoiceForm,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { createCreditNote } from "./create-credit-note";
import { getInvoice } from "./detail";
import { finalizeInvoice } from "./finalize";
import { listInvoices } from "./queries";
import { saveInvoice } from "./save";
import type { InvoiceFilter } from "./schemas";

testDatabase();

type Documents = { clientId: string; invoice: string; quote: string; note: string; drafts: string[] };
let organization: OrganizationFixture;
let own: Documents;
let others: Documents[];

/** A client with an invoice, a quote, a credit note kept as credit, and a draft of each. */
async function documents(of: OrganizationFixture): Promise<Documents> {
  const { accountant } = of;
  const { id: clientId } = await clientFixture(of);
  const write = (fields: object) => saveInvoice(accountant, invoiceForm(of, clientId, fields));
  const { id: invoice } = await issuedFixture(of, clientId);
  const note = await createCreditNote(accountant, { id: invoice, newId: newId() });
  const kept = await write({ ...note, version: 1, issueDate: "", dueDate: "", keepsCredit: true });
  await finalizeInvoice(accountant, kept);
  const quote = await finalizeInvoice(accountant, await write({ kind: "quote" }));
  const drafts = [
    await write({}),
    await write({ kind: "quote" }),
    await createCreditNote(accountant, { id: invoice, newId: newId() }),
  ];
  return { clientId, invoice, quote: quote.id, note: note.id, drafts: drafts.map(({ id }) => id) };
}

beforeAll(async () => {
  organization = await organizationFixture();
  own = await documents(organization);
  others = [await documents(organization), await documents(await organizationFixture())];
});

const client = () => organization.clientUser(own.clientId);
const listed = async (filter: InvoiceFilter | "quotes") =>
  (await listInvoices(client(), { filter })).rows.map(({ id, status }) => [id, status]);

describe("a signed-in client", () => {
  it("sees its own issued invoices, quotes and credit notes, each in its list", async () => {
    expect(await listed("all")).toEqual([[own.invoice, expect.stringMatching(/^(open|overdue)$/)]]);
    expect(await listed("quotes")).toEqual([[own.quote, expect.stringMatching(/^(open|expired)$/)]]);
    expect(await listed("credit_notes")).toEqual([[own.note, "open"]]);
  });

  it("opens each of them, with its lines and what belongs to it", async () => {
    for (const id of [own.invoice, own.quote, own.note])
      expect(await getInvoice(client(), { id })).toMatchObject({
        invoice: { id, clientId: own.clientId },
        items: [{ description: "Work" }],
        client: null,
      });
    const { creditNotes } = await getInvoice(client(), { id: own.invoice });
    expect(creditNotes.map(({ id }) => id)).toEqual([own.note]);
  });

  it("finds no draft, and nothing of another client or organization", async () => {
    const hidden = others.flatMap(({ invoice, quote, note }) => [invoice, quote, note]);
    for (const id of [...own.drafts, ...hidden])
      await expect(getInvoice(client(), { id }), id).rejects.toMatchObject({ code: "not_found" });
    for (const { clientId } of others)
      for (const filter of ["all", "quotes", "credit_notes"] as const)
        expect((await listInvoices(client(), { filter, clientId })).rows).toEqual([]);
  });

  it("sees its own credit, and nobody else's", async () => {
    expect(await clientCredit(client(), { id: own.clientId })).toEqual([
      { currency: "EUR", creditMinor: 24_000n },
    ]);
    for (const { clientId } of others) expect(await clientCredit(client(), { id: clientId })).toEqual([]);
  });

  it("answers a quote on its hosted page alone", async () => {
    const answer = { id: own.quote, answer: "accepted", name: "Reader", note: "" };
    await expect(answerQuote(client(), answer)).rejects.toMatchObject({ code: "forbidden" });
  });
});
