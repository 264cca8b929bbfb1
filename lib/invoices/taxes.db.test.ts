import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { invoiceQuote } from "@/lib/quotes/invoice-quote";
import messages from "@/messages/en";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  invoiceForm,
  issuedFixture,
  lineForm,
  type OrganizationFixture,
  organizationFixture,
  taxRateFixture,
} from "@/tests/fixtures";
import { createCreditNote } from "./create-credit-note";
import { getInvoice } from "./detail";
import { editorValuesOf } from "./editor-values";
import { finalizeInvoice } from "./finalize";
import { saveInvoice } from "./save";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;

beforeAll(() => clock.set(new Date("2026-04-01T10:00:00Z")));
beforeEach(async () => {
  organization = await organizationFixture();
  clientId = (await clientFixture(organization, "Sample Client", { taxNumber: "FR00000000000" })).id;
});

const issue = async (category: string, rate: object = {}, buyer = clientId) => {
  const taxRateId = await taxRateFixture(organization, { category, ...rate });
  const lines = [lineForm(organization, { taxRateId })];
  return issuedFixture(organization, buyer, { lines });
};
const breakdown = (id: string) => db.admin`
  select category, reason, base_minor::int, tax_minor::int from invoice_taxes where invoice_id = ${id}`;
const without = (who: "organizations" | "clients") =>
  db.admin.unsafe(
    `update ${who} set tax_number_sealed = null where ${who === "clients" ? "organization_id" : "id"} = $1`,
    [organization.organizationId],
  );
/** What every account holds in the organization's currency; those that hold nothing left out. */
async function balances(): Promise<Record<string, number>> {
  const rows = await db.admin`select account_code, sum(base_minor)::int as total from journal_lines
    where organization_id = ${organization.organizationId} group by 1 having sum(base_minor) <> 0 order by 1`;
  return Object.fromEntries(rows.map((row) => [row.account_code, row.total]));
}

const { legal } = messages.document;

describe("an invoice says why it has no tax", () => {
  it.each([
    ["E", legal.E],
    ["AE", legal.AE],
    ["K", legal.K],
    ["G", legal.G],
    ["O", legal.O],
    ["Z", null],
    ["S", null],
  ])("%s: %s", async (category, reason) => {
    const { id } = await issue(category);
    const tax = category === "S" ? 4_000 : 0;
    expect(await breakdown(id)).toEqual([{ category, reason, base_minor: 20_000, tax_minor: tax }]);
  });

  it("in the organization's own words where it has some, each once", async () => {
    const own = await taxRateFixture(organization, { category: "E", exemptionReason: "Medical care." });
    const usual = await taxRateFixture(organization, { category: "E" });
    const lines = [own, own, usual].map((taxRateId) => lineForm(organization, { taxRateId }));
    const { id } = await issuedFixture(organization, clientId, { lines });
    expect(await breakdown(id)).toMatchObject([{ category: "E", reason: `Medical care.\n${legal.E}` }]);
  });

  it("nothing about a line without a tax rate", async () => {
    const { id } = await issuedFixture(organization, clientId, {
      lines: [lineForm(organization, { taxRateId: "" })],
    });
    expect(await breakdown(id)).toMatchObject([{ category: "O", reason: null }]);
  });
});

describe("tax numbers", () => {
  it.each(["AE", "K"])("%s: without the buyer's it is not issued", async (category) => {
    await without("clients");
    await expect(issue(category)).rejects.toMatchObject({
      code: "invalid",
      fields: { clientId: "buyerTaxNumber" },
    });
    const [numbers] = await db.admin`select count(*)::int from invoices
      where organization_id = ${organization.organizationId} and number is not null`;
    expect(numbers).toEqual({ count: 0 });
  });

  it.each(["S", "Z", "E", "AE", "K", "G"])("%s: without the seller's it is not issued", async (category) => {
    await without("organizations");
    await expect(issue(category)).rejects.toMatchObject({ code: "conflict", key: "sellerTaxNumber" });
  });

  it("are asked of a credit note, not of a quote, nor where nothing is subject to tax", async () => {
    const invoice = await issue("S");
    await without("organizations");
    const note = await createCreditNote(organization.accountant, { id: invoice.id, newId: newId() });
    await expect(finalizeInvoice(organization.accountant, { ...note, version: 1 })).rejects.toMatchObject({
      key: "sellerTaxNumber",
    });
    await expect(issuedFixture(organization, clientId, { kind: "quote" })).resolves.toBeDefined();
    await expect(issue("O")).resolves.toBeDefined();
  });

  it("are none of ours outside the European Union", async () => {
    await db.admin`update organizations set country = 'US', tax_number_sealed = null where id = ${organization.organizationId}`;
    await expect(issue("S")).resolves.toBeDefined();
    await expect(issue("G")).rejects.toMatchObject({ key: "sellerTaxNumber" });
  });
});

describe("the books", () => {
  const layered = () =>
    taxRateFixture(organization, {
      compoundName: "Levy",
      compoundPercent: "1.5",
      withholdingName: "Income tax",
      withholdingPercent: "15",
    });
  /** 2 × 100.00 less 5 %, 100.00 at 7 %, 10 % off the whole, freight of 4.99. */
  const rich = async (change: object = {}) => {
    const [first, second] = [await layered(), await taxRateFixture(organization, { percent: "7" })];
    const whole = { valueKind: "percent", value: "10", taxRateId: "" };
    return {
      lines: [
        lineForm(organization, { taxRateId: first, discount: "5" }),
        lineForm(organization, { taxRateId: second, quantity: "1" }),
      ],
      adjustments: [
        { ...whole, kind: "discount", description: "Loyalty" },
        { ...whole, kind: "charge", description: "Freight", valueKind: "amount", value: "4.99" },
      ],
      ...change,
    };
  };

  it("hold each tax in its own account, and what was granted apart from revenue", async () => {
    await issuedFixture(organization, clientId, await rich());
    // Nets: 190.00 and 100.00, less 19.00 and 10.00, and 4.99 as 3.27 and 1.72.
    expect(await balances()).toEqual({
      discounts: 1_000 + 1_900 + 1_000,
      receivable: 26_599 + 3_485 + 642 + 314 - 2_614,
      revenue: -(26_599 + 3_900),
      "tax_payable.Levy.15000": -314,
      "tax_payable.S.200000": -3_485,
      "tax_payable.S.70000": -642,
      withholding_receivable: 2_614,
    });
  });

  it("hold base amounts of a foreign currency, each converted once", async () => {
    const form = {
      currency: "USD",
      exchangeRate: "0.8",
      lines: [lineForm(organization, { discount: "10" })],
    };
    const { id } = await issuedFixture(organization, clientId, form);
    expect(await balances()).toEqual({
      discounts: 1_600,
      receivable: 17_280,
      revenue: -16_000,
      "tax_payable.S.200000": -2_880,
    });
    const owed =
      await db.admin`select balance_minor::int, base_minor::int from invoice_balances where invoice_id = ${id}`;
    expect(owed).toEqual([{ balance_minor: 21_600, base_minor: 17_280 }]);
  });

  it.each<[string, object]>([
    ["prices without tax", {}],
    ["prices with tax", { pricesIncludeTax: true }],
    ["in a foreign currency", { pricesIncludeTax: true, currency: "USD", exchangeRate: "0.7654321" }],
  ])("hold nothing after all of an invoice is credited: %s", async (_, change) => {
    const { id } = await issuedFixture(organization, clientId, await rich(change));
    const { invoice } = await getInvoice(organization.accountant, { id });
    const note = await createCreditNote(organization.accountant, { id, newId: newId() });
    // Opened and saved in its editor it is computed anew, and comes to the very same.
    const draft = await getInvoice(organization.accountant, note);
    const again = { ...editorValuesOf(draft), ...note, version: 1, issueDate: "2026-04-01" };
    const saved = await saveInvoice(organization.accountant, again);
    await finalizeInvoice(organization.accountant, saved);
    const credited = (await getInvoice(organization.accountant, note)).invoice;
    for (const sum of ["subtotalMinor", "taxMinor", "totalMinor", "withheldMinor", "grantedMinor"] as const)
      expect(credited[sum], sum).toBe(invoice[sum]);
    expect(await balances()).toEqual({});
  });
});

it("a quote with all of it becomes an invoice over the same", async () => {
  const form = invoiceForm(organization, clientId, {
    kind: "quote",
    pricesIncludeTax: true,
    adjustments: [
      { kind: "discount", description: "Loyalty", valueKind: "percent", value: "10", taxRateId: "" },
    ],
  });
  const quote = await finalizeInvoice(
    organization.accountant,
    await saveInvoice(organization.accountant, form),
  );
  const made = await invoiceQuote(organization.accountant, { id: quote.id, newId: newId() });
  const { invoice, adjustments } = await getInvoice(organization.accountant, made);
  expect(invoice).toMatchObject({ kind: "invoice", totalMinor: 18_000n, pricesIncludeTax: true });
  expect(adjustments).toHaveLength(1);
});
