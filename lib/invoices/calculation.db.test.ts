import { beforeAll, describe, expect, it, test } from "vitest";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  invoiceForm,
  lineForm,
  type OrganizationFixture,
  organizationFixture,
  taxRateFixture,
} from "@/tests/fixtures";
import { deleteDraft } from "./delete";
import { getInvoice } from "./detail";
import { editorValuesOf } from "./editor-values";
import { saveInvoice } from "./save";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;
let reduced: string;
let layered: string;

beforeAll(async () => {
  organization = await organizationFixture();
  clientId = (await clientFixture(organization)).id;
  reduced = await taxRateFixture(organization, { name: "VAT reduced", percent: "7" });
  layered = await taxRateFixture(organization, {
    name: "VAT and more",
    percent: "20",
    compoundName: "Levy",
    compoundPercent: "1.5",
    withholdingName: "Income tax",
    withholdingPercent: "15",
  });
});

const save = (form: object) => saveInvoice(organization.accountant, form);
const adjustment = (change: object = {}) => ({
  kind: "discount",
  description: "Loyalty",
  valueKind: "percent",
  value: "10",
  taxRateId: "",
  ...change,
});
/** 200.00 and 100.00 at two rates, 10 % off the whole, 5.00 freight at the reduced rate. */
const whole = (change: object = {}) =>
  invoiceForm(organization, clientId, {
    lines: [lineForm(organization), lineForm(organization, { quantity: "1", taxRateId: reduced })],
    adjustments: [
      adjustment(),
      adjustment({
        kind: "charge",
        description: "Freight",
        valueKind: "amount",
        value: "5.00",
        taxRateId: reduced,
      }),
    ],
    ...change,
  });
const header = async (id: string) => (await db.admin`select * from invoices where id = ${id}`)[0];
const parts = (id: string) => db.admin`
  select position, part, kind, percent_ppm, entered_minor::int, is_spread, tax_rate_ppm, amount_minor::int, net_minor::int
  from invoice_adjustments where invoice_id = ${id} order by position, part`;
const taxes = (id: string) => db.admin`
  select kind, category, name, rate_ppm, base_minor::int, tax_minor::int from invoice_taxes
  where invoice_id = ${id} order by position`;

describe("a discount and a charge on the whole", () => {
  it("are kept as rows by tax, and move the bases", async () => {
    const { id } = await save(whole());
    const share = {
      position: 1,
      kind: "discount",
      percent_ppm: 100_000,
      entered_minor: null,
      is_spread: true,
    };
    expect(await parts(id)).toMatchObject([
      { ...share, part: 0, tax_rate_ppm: 200_000, amount_minor: 2_000, net_minor: 2_000 },
      { ...share, part: 1, tax_rate_ppm: 70_000, amount_minor: 1_000, net_minor: 1_000 },
      { position: 2, part: 0, kind: "charge", entered_minor: 500, is_spread: false, net_minor: 500 },
    ]);
    expect(await taxes(id)).toMatchObject([
      { name: "VAT reduced", rate_ppm: 70_000, base_minor: 9_500, tax_minor: 665 },
      { name: "VAT", rate_ppm: 200_000, base_minor: 18_000, tax_minor: 3_600 },
    ]);
    expect(await header(id)).toMatchObject({
      subtotal_minor: "27500",
      tax_minor: "4265",
      total_minor: "31765",
      granted_minor: "3000",
      prices_include_tax: false,
    });
  });

  it("include tax where prices do", async () => {
    const { id } = await save(whole({ pricesIncludeTax: true }));
    expect(await header(id)).toMatchObject({ total_minor: "27500", prices_include_tax: true });
    const [first] = await parts(id);
    expect(first).toMatchObject({ tax_rate_ppm: 200_000, amount_minor: 2_000, net_minor: 1_667 });
  });

  it("that come to nothing are there again when the draft is opened", async () => {
    const nothing = adjustment({ valueKind: "amount", value: "0.00" });
    const { id } = await save(whole({ lines: [], adjustments: [nothing, adjustment()] }));
    const { adjustments } = editorValuesOf(await getInvoice(organization.accountant, { id }));
    expect(adjustments).toEqual([nothing, adjustment()]);
  });
});

describe("rates with a compound and a withholding tax", () => {
  it("have rows of their own, and a name that is VAT's alone where there is one", async () => {
    const lines = [lineForm(organization, { taxRateId: layered }), lineForm(organization)];
    const { id } = await save(invoiceForm(organization, clientId, { lines }));
    expect(await taxes(id)).toEqual([
      { kind: "vat", category: "S", name: "VAT", rate_ppm: 200_000, base_minor: 40_000, tax_minor: 8_000 },
      {
        kind: "compound",
        category: null,
        name: "Levy",
        rate_ppm: 15_000,
        base_minor: 24_000,
        tax_minor: 360,
      },
      {
        kind: "withholding",
        category: null,
        name: "Income tax",
        rate_ppm: 150_000,
        base_minor: 20_000,
        tax_minor: 3_000,
      },
    ]);
    expect(await header(id)).toMatchObject({ total_minor: "48360", withheld_minor: "3000" });
    const items = await db.admin`select tax_name, compound_name, withholding_ppm from invoice_items
      where invoice_id = ${id} order by position`;
    expect(items).toEqual([
      { tax_name: "VAT and more", compound_name: "Levy", withholding_ppm: 150_000 },
      { tax_name: "VAT", compound_name: null, withholding_ppm: null },
    ]);
  });
});

describe("saving", () => {
  const everything = () =>
    whole({
      currency: "USD",
      exchangeRate: "0.8",
      pricesIncludeTax: true,
      lines: [lineForm(organization, { discount: "5", taxRateId: layered }), lineForm(organization)],
    });

  it("keeps everything, as the editor shows again", async () => {
    const form = everything();
    await save(form);
    const { id, version, ...fields } = form;
    const shown = editorValuesOf(await getInvoice(organization.accountant, { id }));
    expect(shown).toEqual({
      ...fields,
      keepsCredit: false,
      lines: form.lines.map((line) => ({ ...line, deductsInvoiceId: "" })),
    });
    expect(await save({ ...shown, id, version: 1 })).toEqual({ id, version: 1 });
  });

  it.each<[string, object]>([
    ["the price mode", { pricesIncludeTax: false }],
    ["the exchange rate", { exchangeRate: "0.81" }],
    ["a discount's words", { adjustments: [adjustment({ description: "Other words" })] }],
    ["a discount less", { adjustments: [adjustment()] }],
    ["no discount at all", { adjustments: [] }],
  ])("notices a change of %s alone", async (_, change) => {
    const form = everything();
    await save(form);
    expect(await save({ ...form, ...change, version: 1 })).toEqual({ id: form.id, version: 2 });
  });

  it.each(["compound_ppm = 20000", "withholding_name = 'Other tax'", "exemption_reason = 'Our own words'"])(
    "notices that a tax rate has changed: %s",
    async (change) => {
      const taxRateId = await taxRateFixture(organization, {
        category: "E",
        compoundName: "Levy",
        compoundPercent: "1",
        withholdingName: "Income tax",
        withholdingPercent: "10",
      });
      const form = invoiceForm(organization, clientId, { lines: [lineForm(organization, { taxRateId })] });
      await save(form);
      await db.admin.unsafe(`update tax_rates set ${change} where id = '${taxRateId}'`);
      expect(await save({ ...form, version: 1 })).toEqual({ id: form.id, version: 2 });
    },
  );

  it("leaves nothing of a draft that is deleted", async () => {
    const { id } = await save(whole());
    await deleteDraft(organization.accountant, { id });
    expect(await parts(id)).toHaveLength(0);
  });
});

const bad: [string, object, string, string][] = [
  ["no words", { description: " " }, "description", "required"],
  ["no value", { value: "" }, "value", "required"],
  ["no number", { value: "ten" }, "value", "number"],
  ["a percentage of nothing", { value: "0.00" }, "value", "notZero"],
  ["a negative one", { value: "-1" }, "value", "notNegative"],
  ["more than all", { value: "100.5" }, "value", "tooLarge"],
  ["too many decimals of a percentage", { value: "1.23456" }, "value", "tooManyDecimals"],
  ["too many of an amount", { valueKind: "amount", value: "1.234" }, "value", "tooManyDecimals"],
  ["more than there is", { valueKind: "amount", value: "205.01" }, "value", "discountOverBase"],
  ["another kind", { kind: "gift" }, "kind", "invalid"],
  ["a rate that is gone", { taxRateId: "0197a1de-0000-7000-8000-000000000001" }, "taxRateId", "taxRateGone"],
];

test.each(bad)("%s is refused beside its field", async (_, change, field, key) => {
  const charge = adjustment({ kind: "charge", valueKind: "amount", value: "5", description: "Freight" });
  const form = invoiceForm(organization, clientId, { adjustments: [charge, adjustment(change)] });
  await expect(save(form)).rejects.toMatchObject({
    code: "invalid",
    fields: { [`adjustments.1.${field}`]: expect.stringMatching(`^${key}(\\|\\d+)?$`) },
  });
  expect(await header(form.id)).toBeUndefined();
});

test("a discount at a rate that nothing bears, or over what two of them leave, is refused", async () => {
  const refused = (adjustments: object[], field: string) =>
    expect(save(invoiceForm(organization, clientId, { adjustments }))).rejects.toMatchObject({
      fields: { [field]: "discountOverBase" },
    });
  await refused([adjustment({ taxRateId: reduced })], "adjustments.0.value");
  await refused([adjustment({ value: "60" }), adjustment({ value: "60" })], "adjustments.1.value");
});

test("a withheld tax below nothing is refused, and so is an amount that no book can hold", async () => {
  const lines = [lineForm(organization), lineForm(organization, { quantity: "-1", taxRateId: layered })];
  await expect(save(invoiceForm(organization, clientId, { lines }))).rejects.toMatchObject({
    fields: { lines: "withheldNegative" },
  });
  const dear = { currency: "USD", exchangeRate: "999999999" };
  const huge = [lineForm(organization, { quantity: "1000000", unitPrice: "1000" })];
  await expect(save(invoiceForm(organization, clientId, { ...dear, lines: huge }))).rejects.toMatchObject({
    fields: { exchangeRate: "amountTooLarge" },
  });
});
