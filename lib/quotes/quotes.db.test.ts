import { beforeEach, describe, expect, it } from "vitest";
import { finalizeInvoice } from "@/lib/invoices/finalize";
import { findLinkActor } from "@/lib/invoices/hosted";
import { ensureLink, linkToken } from "@/lib/invoices/links";
import { saveInvoice } from "@/lib/invoices/save";
import { voidInvoice } from "@/lib/invoices/void";
import { clock } from "@/lib/platform/clock";
import { type Ctx, transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  invoiceForm,
  lineForm,
  type OrganizationFixture,
  organizationFixture,
  taxRateFixture,
} from "@/tests/fixtures";
import { workAll } from "@/tests/worker";
import { answerQuote } from "./answer";
import { createDeposit } from "./create-deposit";
import { invoiceQuote } from "./invoice-quote";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;

beforeEach(async () => {
  clock.set(new Date("2026-04-01T10:00:00Z"));
  organization = await organizationFixture();
  ({ id: clientId } = await clientFixture(organization));
});

/** A quote over 240.00 EUR, valid until 1 May. */
async function quoteFixture(overrides: object = {}) {
  const form = invoiceForm(organization, clientId, {
    kind: "quote",
    issueDate: "",
    dueDate: "",
    ...overrides,
  });
  return finalizeInvoice(organization.accountant, await saveInvoice(organization.accountant, form));
}
async function holderOf(id: string): Promise<Ctx> {
  const linkId = await transaction(organization.accountant.actor, (tx) => ensureLink(tx, id));
  const actor = await findLinkActor(linkToken(linkId));
  if (!actor) throw new Error("The link that was just made is not there");
  return { actor, requestId: "test", ip: null };
}
const stored = async (id: string) =>
  (
    await db.admin`select *, issue_date::text, due_date::text, scheduled_for::text from invoices where id = ${id}`
  )[0];
const accept = (ctx: Ctx, id: string) =>
  answerQuote(ctx, { id, answer: "accepted", name: "Reader of Quotes", note: "Please begin in May" });
const make = (id: string, made = newId()) => invoiceQuote(organization.accountant, { id, newId: made });

describe("a quote", () => {
  it("takes a number of its own, holds for thirty days, and posts nothing", async () => {
    const quote = await quoteFixture();
    expect(quote.number).toBe("Q-0001");
    expect(await stored(quote.id)).toMatchObject({
      kind: "quote",
      lifecycle: "open",
      due_date: "2026-05-01",
    });
    expect(
      await db.admin`select 1 from journal_lines where organization_id = ${organization.organizationId}`,
    ).toEqual([]);
    await voidInvoice(organization.accountant, { id: quote.id });
    expect(await stored(quote.id)).toMatchObject({ lifecycle: "void", number: "Q-0001" });
  });

  it("is accepted on its hosted page with name and time, once, and its author is told", async () => {
    const quote = await quoteFixture();
    const holder = await holderOf(quote.id);
    await accept(holder, quote.id);
    expect(await stored(quote.id)).toMatchObject({
      lifecycle: "accepted",
      answered_by: "Reader of Quotes",
      answered_at: clock.now(),
      answer_note: "Please begin in May",
    });
    await expect(accept(holder, quote.id)).rejects.toMatchObject({ key: "quoteAnswered" });
    await workAll();
    const [mail] = await db.admin`select recipient, template from deliveries where invoice_id = ${quote.id}`;
    expect(mail).toMatchObject({ template: "quote_accepted" });
    expect(mail?.recipient).toMatch(/^accountant-/);
    const [audit] = await db.admin`select action, actor_kind, after from audit_log
      where subject_id = ${quote.id} order by id desc limit 1`;
    expect(audit).toMatchObject({
      action: "quote.accept",
      actor_kind: "link",
      after: { answeredBy: "••••" },
    });
  });

  it("is answered once when two answers come at the same moment", async () => {
    const quote = await quoteFixture();
    const holder = await holderOf(quote.id);
    const both = await Promise.allSettled([
      accept(holder, quote.id),
      answerQuote(holder, { id: quote.id, answer: "declined", name: "Somebody Else", note: "" }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("needs a name, and can't be accepted by its reader after it has expired", async () => {
    const quote = await quoteFixture();
    const holder = await holderOf(quote.id);
    await expect(answerQuote(holder, { id: quote.id, answer: "accepted", name: " " })).rejects.toMatchObject({
      fields: { name: "required" },
    });
    clock.set(new Date("2026-05-02T10:00:00Z"));
    await expect(accept(holder, quote.id)).rejects.toMatchObject({ key: "quoteExpired" });
    await accept(organization.accountant, quote.id);
    expect(await stored(quote.id)).toMatchObject({ lifecycle: "accepted" });
  });

  it("is all that the holder of its link can end: not another document, not an invoice", async () => {
    const quote = await quoteFixture();
    const other = await quoteFixture();
    const holder = await holderOf(quote.id);
    await expect(accept(holder, other.id)).rejects.toMatchObject({ code: "not_found" });
    const invoice = await finalizeInvoice(
      organization.accountant,
      await saveInvoice(organization.accountant, invoiceForm(organization, clientId)),
    );
    const payer = await holderOf(invoice.id);
    await expect(accept(payer, invoice.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      transaction(payer.actor, (tx) => tx.execute(`update invoices set lifecycle = 'void'`)),
    ).rejects.toMatchObject({ cause: { code: "CF001" } });
  });

  it("becomes an invoice once, however often and by however many it is asked for", async () => {
    const quote = await quoteFixture();
    await accept(organization.accountant, quote.id);
    const made = await Promise.all([make(quote.id), make(quote.id), make(quote.id)]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const [id = ""] = made.map((one) => one.id);
    expect(await stored(id)).toMatchObject({
      kind: "invoice",
      lifecycle: "draft",
      quote_id: quote.id,
      client_id: clientId,
      total_minor: "24000",
    });
    const issued = await finalizeInvoice(organization.accountant, { id, version: 1 });
    expect(issued.number).toBe("INV-0001");
    await expect(
      db.admin`insert into invoices (organization_id, id, currency, subtotal_minor, tax_minor, total_minor, quote_id)
        values (${organization.organizationId}, ${newId()}, 'EUR', 0, 0, 0, ${quote.id})`,
    ).rejects.toThrow("invoices_of_quote");
    await voidInvoice(organization.accountant, { id });
    expect((await make(quote.id)).id).not.toBe(id);
  });

  it("in a foreign currency becomes an invoice that asks for the rate of its own day", async () => {
    const quote = await quoteFixture({ currency: "USD", exchangeRate: "0.9" });
    const { id } = await make(quote.id);
    expect(await stored(id)).toMatchObject({ currency: "USD", exchange_rate: null });
    await expect(finalizeInvoice(organization.accountant, { id, version: 1 })).rejects.toMatchObject({
      fields: { exchangeRate: "rateRequired" },
    });
  });

  it("becomes none when it was declined, voided or never issued", async () => {
    const declined = await quoteFixture();
    await answerQuote(organization.accountant, { id: declined.id, answer: "declined", name: "Reader" });
    await expect(make(declined.id)).rejects.toMatchObject({ key: "notOpen" });
    const draft = await saveInvoice(
      organization.accountant,
      invoiceForm(organization, clientId, { kind: "quote" }),
    );
    await expect(make(draft.id)).rejects.toMatchObject({ key: "notOpen" });
  });
});

describe("a deposit", () => {
  const deposit = async (id: string, kind: "percent" | "amount", value: string) => {
    const made = await createDeposit(organization.accountant, { id, newId: newId(), kind, value });
    return finalizeInvoice(organization.accountant, { id: made.id, version: 1 });
  };
  const lines = () => [
    lineForm(organization, { quantity: "3", unitPrice: "33.33" }),
    lineForm(organization, { quantity: "1", unitPrice: "50", taxRateId: "" }),
  ];

  it("asks for exactly so much, taxed like the quote, and is taken off the invoice over all of it", async () => {
    const quote = await quoteFixture({ lines: lines() });
    expect(await stored(quote.id)).toMatchObject({ total_minor: "16999" });
    const first = await deposit(quote.id, "percent", "30");
    const second = await deposit(quote.id, "amount", "20");
    expect(await stored(first.id)).toMatchObject({
      is_deposit: true,
      total_minor: "5100",
      quote_id: quote.id,
    });
    expect(await stored(second.id)).toMatchObject({ total_minor: "2000" });
    const { id } = await make(quote.id);
    const items = await db.admin`select deducts_invoice_id, net_minor::int from invoice_items
      where invoice_id = ${id} and deducts_invoice_id is not null`;
    expect(new Set(items.map((item) => item.deducts_invoice_id))).toEqual(new Set([first.id, second.id]));
    await finalizeInvoice(organization.accountant, { id, version: 1 });
    const [books] = await db.admin`select
      -sum(base_minor) filter (where account_code in ('revenue', 'discounts')) as revenue,
      sum(base_minor) filter (where account_code = 'receivable') as receivable from journal_lines
      where organization_id = ${organization.organizationId}`;
    // Each document rounds its own tax: 6.00 + 2.35 + 11.64, where the quote has 20.00.
    expect(books).toEqual({ revenue: "14999", receivable: "16998" });
  });

  it("is taxed as the quote is after its discounts and charges on the whole", async () => {
    const onWhole = { description: "Change", valueKind: "amount" as const };
    const quote = await quoteFixture({
      lines: [lineForm(organization, { quantity: "1", unitPrice: "100" }), ...lines().slice(1)],
      adjustments: [
        { ...onWhole, kind: "discount", value: "75", taxRateId: organization.taxRateId },
        { ...onWhole, kind: "charge", value: "20", taxRateId: "" },
      ],
    });
    const asked = await deposit(quote.id, "percent", "50");
    const taxes = (id: string) => db.admin`
      select rate_ppm, base_minor::int as base, tax_minor::int as tax from invoice_taxes
      where invoice_id = ${id} order by rate_ppm desc`;
    const whole = await taxes(quote.id);
    expect(whole).toEqual([
      { rate_ppm: 200_000, base: 3833, tax: 767 },
      { rate_ppm: 0, base: 5667, tax: 0 },
    ]);
    expect(await taxes(asked.id)).toEqual([
      { rate_ppm: 200_000, base: 1917, tax: 383 },
      { rate_ppm: 0, base: 2834, tax: 0 },
    ]);
  });

  it.each([
    ["7.5", 30],
    ["7.5", 100],
    ["33.33", 45],
  ])(
    "with a discount of %s%% on the whole and %i%% in advance, no more is asked for than was quoted",
    async (percent, asked) => {
      const other = await taxRateFixture(organization, { name: "Reduced", percent: "7" });
      const quote = await quoteFixture({
        lines: [
          lineForm(organization, { quantity: "3.333333", unitPrice: "33.335555" }),
          lineForm(organization, { quantity: "1", unitPrice: "49.99", taxRateId: other }),
        ],
        adjustments: [
          { kind: "discount", description: "Agreed", valueKind: "percent", value: percent, taxRateId: "" },
        ],
      });
      const first = await deposit(quote.id, "percent", String(asked));
      const { id } = await make(quote.id);
      await finalizeInvoice(organization.accountant, { id, version: 1 });
      const [whole, part, rest] = await Promise.all([quote.id, first.id, id].map(stored));
      const off = Number(part?.total_minor) + Number(rest?.total_minor) - Number(whole?.total_minor);
      expect(Math.abs(off)).toBeLessThanOrEqual(1);
      const [row] = await db.admin`select description from invoice_adjustments where invoice_id = ${id}`;
      expect(row?.description).toBe(`Agreed (${percent}%)`);
    },
  );

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])(
    "of a quote whose prices include tax is taken off in any amount (%i)",
    async (seed) => {
      const price = (factor: number) => `${13 + seed}.${String((seed * factor) % 100).padStart(2, "0")}`;
      const quote = await quoteFixture({
        pricesIncludeTax: true,
        lines: [
          lineForm(organization, { quantity: "3", unitPrice: price(37) }),
          lineForm(organization, { quantity: "1", unitPrice: price(53) }),
          lineForm(organization, { quantity: "2", unitPrice: price(71), taxRateId: "" }),
        ],
      });
      const asked = await deposit(quote.id, "percent", String(7 + seed * 6));
      const { id } = await make(quote.id);
      await finalizeInvoice(organization.accountant, { id, version: 1 });
      const [whole, part, rest] = await Promise.all([quote.id, asked.id, id].map(stored));
      expect(BigInt(part?.total_minor) + BigInt(rest?.total_minor)).toBe(BigInt(whole?.total_minor));
    },
  );

  it("is taken off once, and can't be voided while it is", async () => {
    const quote = await quoteFixture();
    const paid = await deposit(quote.id, "percent", "50");
    const { id } = await make(quote.id);
    await finalizeInvoice(organization.accountant, { id, version: 1 });
    await expect(voidInvoice(organization.accountant, { id: paid.id })).rejects.toMatchObject({
      key: "overDeducted",
    });
    const again = await saveInvoice(
      organization.accountant,
      invoiceForm(organization, clientId, {
        lines: [
          lineForm(organization),
          lineForm(organization, { quantity: "-1", unitPrice: "50", deductsInvoiceId: paid.id }),
        ],
      }),
    );
    await expect(finalizeInvoice(organization.accountant, again)).rejects.toMatchObject({
      key: "overDeducted",
    });
  });

  it("is neither nothing nor more than the quote", async () => {
    const quote = await quoteFixture();
    await expect(deposit(quote.id, "amount", "240.01")).rejects.toMatchObject({
      fields: { value: "depositTooLarge" },
    });
    await expect(deposit(quote.id, "percent", "101")).rejects.toMatchObject({
      fields: { value: "depositTooLarge" },
    });
    await expect(deposit(quote.id, "percent", "0")).rejects.toMatchObject({
      fields: { value: "notPositive" },
    });
  });
});
