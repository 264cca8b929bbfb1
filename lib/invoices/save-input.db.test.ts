import { beforeAll, describe, expect, it, test } from "vitest";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  invoiceForm,
  lineForm,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { storedInvoice } from "@/tests/invoices";
import { getInvoice } from "./detail";
import { saveInvoice } from "./save";

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;

beforeAll(async () => {
  organization = await organizationFixture();
  clientId = (await clientFixture(organization)).id;
});

const line = (change: object = {}) => lineForm(organization, change);
const save = (form: object) => saveInvoice(organization.accountant, form);
const stored = (id: string) => storedInvoice(db, id);

const HUGE = "9".repeat(400);
const LONG = "x".repeat(5000);

const badLines: [string, object, string][] = [
  ["description", { description: "" }, "required"],
  ["description", { description: "  \u202e " }, "required"],
  ["description", { description: LONG }, "tooLong"],
  ["description", { description: 7 }, "required"],
  ["quantity", { quantity: "" }, "required"],
  ["quantity", { quantity: "0" }, "notZero"],
  ["quantity", { quantity: "0.000" }, "notZero"],
  ["quantity", { quantity: "1e308" }, "number"],
  ["quantity", { quantity: "NaN" }, "number"],
  ["quantity", { quantity: "Infinity" }, "number"],
  ["quantity", { quantity: "1,5" }, "number"],
  ["quantity", { quantity: "٣" }, "number"],
  ["quantity", { quantity: HUGE }, "number"],
  ["quantity", { quantity: "1000000001" }, "tooLarge"],
  ["quantity", { quantity: "0.0000001" }, "tooManyDecimals"],
  ["quantity", { quantity: 2 }, "required"],
  ["unit", { unit: LONG }, "tooLong"],
  ["unit", { unit: {} }, "invalid"],
  ["unitPrice", { unitPrice: "" }, "required"],
  ["unitPrice", { unitPrice: "-1" }, "notNegative"],
  ["unitPrice", { unitPrice: "1e308" }, "number"],
  ["unitPrice", { unitPrice: "NaN" }, "number"],
  ["unitPrice", { unitPrice: "0.1234567" }, "tooManyDecimals"],
  ["unitPrice", { unitPrice: "1000000001" }, "tooLarge"],
  ["unitPrice", { unitPrice: Number.NaN }, "required"],
  ["unitPrice", { quantity: "1000000000", unitPrice: "1000000000" }, "amountTooLarge"],
  ["discount", { discount: "ten" }, "number"],
  ["discount", { discount: "1e308" }, "number"],
  ["discount", { discount: "-5" }, "notNegative"],
  ["discount", { discount: "100.5" }, "discountOverLine"],
  ["discount", { discount: "1.23456" }, "tooManyDecimals"],
  ["discount", { discountKind: "amount", discount: "0.001" }, "tooManyDecimals"],
  ["discount", { discountKind: "amount", discount: "200.01" }, "discountOverLine"],
  ["discount", { quantity: "-1", discountKind: "amount", discount: "5" }, "discountOverLine"],
  ["discountKind", { discountKind: "share" }, "invalid"],
  ["taxRateId", { taxRateId: "no id" }, "invalid"],
  ["taxRateId", { taxRateId: "0197a1de-0000-7000-8000-000000000001" }, "taxRateGone"],
];

const badHeads: [string, object, string][] = [
  ["clientId", { clientId: "no id" }, "invalid"],
  ["clientId", { clientId: 7 }, "invalid"],
  ["clientId", { clientId: "0197a1de-0000-7000-8000-000000000001" }, "clientGone"],
  ["currency", { currency: "" }, "currency"],
  ["currency", { currency: "XXX" }, "currency"],
  ["currency", { currency: null }, "required"],
  ["issueDate", { issueDate: "2026-02-30" }, "date"],
  ["issueDate", { issueDate: "2026-13-01" }, "date"],
  ["issueDate", { issueDate: "01.03.2026" }, "date"],
  ["issueDate", { issueDate: "+275760-09-13" }, "date"],
  ["issueDate", { issueDate: 20260301 }, "invalid"],
  ["dueDate", { dueDate: "2026-02-29" }, "date"],
  ["dueDate", { dueDate: "2026-02-28" }, "dueBeforeIssue"],
  ["reference", { reference: LONG }, "tooLong"],
  ["notes", { notes: LONG }, "tooLong"],
  ["notes", { notes: [] }, "invalid"],
  ["version", { version: "1" }, "invalid"],
  ["version", { version: 0 }, "invalid"],
  ["version", { version: 1.5 }, "invalid"],
  ["id", { id: "no id" }, "invalid"],
];

describe("bad input is named at its field, and nothing is written", () => {
  const refused = async (form: { id: string }, path: string, key: string) => {
    await expect(save(form)).rejects.toMatchObject({
      code: "invalid",
      fields: { [path]: expect.stringMatching(`^${key}(\\|\\d+)?$`) },
    });
    if (path !== "id") expect(await stored(form.id)).toBeUndefined();
  };

  test.each(badLines)("line: %s %j is %s", (field, change, key) =>
    refused(invoiceForm(organization, clientId, { lines: [line(), line(change)] }), `lines.1.${field}`, key),
  );

  test.each(badHeads)("%s %j is %s", (field, change, key) =>
    refused(invoiceForm(organization, clientId, change), field, key),
  );

  it("more lines than an invoice has room for", () =>
    refused(
      invoiceForm(organization, clientId, { lines: Array.from({ length: 501 }, () => line()) }),
      "lines",
      "tooManyLines",
    ));

  it("a total below zero", () =>
    refused(
      invoiceForm(organization, clientId, { lines: [line(), line({ quantity: "-3" })] }),
      "lines",
      "totalNegative",
    ));

  it.each([null, undefined, [], "text", 7, new Date(), Number.NaN, { lines: null }])(
    "%o is no invoice",
    (input) => expect(saveInvoice(organization.accountant, input)).rejects.toMatchObject({ code: "invalid" }),
  );
});

describe("unusual input is kept as it is", () => {
  it.each([
    ["emoji", "Printing 🎨 👩‍👩‍👧"],
    ["right to left", "خدمة التصميم · שירות"],
    ["markup", "<script>alert(1)</script>"],
    ["quotes", `'; drop table invoices; -- "\\`],
  ])("%s", async (_, description) => {
    const form = invoiceForm(organization, clientId, { lines: [line({ description })], notes: description });
    await save(form);
    const { items, invoice } = await getInvoice(organization.accountant, { id: form.id });
    expect(items[0]?.description).toBe(description);
    expect(invoice.notes).toBe(description);
  });

  it("a line may be free, or take something off", async () => {
    const lines = [line(), line({ unitPrice: "0" }), line({ quantity: "-1" })];
    const form = invoiceForm(organization, clientId, { lines });
    await save(form);
    expect(await stored(form.id)).toMatchObject({ total_minor: "12000" });
  });

  it("500 lines", async () => {
    const lines = Array.from({ length: 500 }, (_, index) => line({ description: `Line ${index}` }));
    const form = invoiceForm(organization, clientId, { lines });
    await save(form);
    expect((await stored(form.id))?.items).toHaveLength(500);
  });
});
