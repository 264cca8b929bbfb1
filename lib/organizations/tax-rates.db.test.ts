import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import { type OrganizationFixture, organizationFixture, taxRateFixture } from "@/tests/fixtures";
import { createTaxRate } from "./create-tax-rate";
import { setDefaultTaxRate } from "./set-default-tax-rate";

const db = testDatabase();
let organization: OrganizationFixture;
beforeEach(async () => {
  organization = await organizationFixture();
});

const stored = async (id: string) => (await db.admin`select * from tax_rates where id = ${id}`)[0];
const add = (fields: object) =>
  createTaxRate(organization.admin, { id: newId(), name: "Tax", category: "S", percent: "20", ...fields });
const defaults = () => db.admin`select id from tax_rates
  where organization_id = ${organization.organizationId} and is_default`;

describe("a tax rate", () => {
  it("is added with the taxes that come with it, their accounts, and its trail", async () => {
    const { id } = await add({
      compoundName: "Levy",
      compoundPercent: "1.5",
      withholdingName: "Income tax",
      withholdingPercent: "15",
    });
    expect(await stored(id)).toMatchObject({
      category: "S",
      rate_ppm: 200_000,
      compound_name: "Levy",
      compound_ppm: 15_000,
      withholding_name: "Income tax",
      withholding_ppm: 150_000,
      exemption_reason: null,
      is_default: false,
    });
    const accounts = await db.admin`select code from accounts
      where organization_id = ${organization.organizationId} and code like 'tax_payable.%' order by 1`;
    expect(accounts.map(({ code }) => code)).toEqual(["tax_payable.Levy.15000", "tax_payable.S.200000"]);
    const [audit] = await db.admin`select action, after from audit_log where subject_id = ${id}`;
    expect(audit).toMatchObject({ action: "taxRate.create", after: { name: "Tax", ratePpm: 200_000 } });
  });

  it.each(["Z", "E", "AE", "K", "G", "O"])(
    "of category %s has no percentage, whatever a form held",
    async (category) => {
      const { id } = await add({ category, percent: "20", exemptionReason: "Our own words" });
      const reason = category === "Z" ? null : "Our own words";
      expect(await stored(id)).toMatchObject({ category, rate_ppm: 0, exemption_reason: reason });
    },
  );

  it.each<[object, string, string]>([
    [{ percent: "" }, "percent", "required"],
    [{ percent: "0" }, "percent", "notZero"],
    [{ category: "X" }, "category", "invalid"],
    [{ compoundPercent: "5" }, "compoundName", "required"],
    [{ compoundName: "Levy" }, "compoundPercent", "required"],
    [{ withholdingPercent: "5" }, "withholdingName", "required"],
    [{ withholdingName: "Income tax" }, "withholdingPercent", "required"],
    [{ withholdingName: "Income tax", withholdingPercent: "101" }, "withholdingPercent", "tooLarge|100"],
    [{ exemptionReason: "x".repeat(301) }, "exemptionReason", "tooLong|300"],
  ])("%j is refused beside its field", async (fields, field, key) => {
    await expect(add(fields)).rejects.toMatchObject({ code: "invalid", fields: { [field]: key } });
  });

  it("is for admins to add, and to make the default", async () => {
    const { id } = await add({});
    const { accountant } = organization;
    const form = { id: newId(), name: "Tax", percent: "20" };
    await expect(createTaxRate(accountant, form)).rejects.toMatchObject({ code: "forbidden" });
    await expect(setDefaultTaxRate(accountant, { id })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the default", () => {
  it("is one: chosen as a rate is added, or later", async () => {
    const first = await taxRateFixture(organization, { isDefault: true });
    expect(await defaults()).toEqual([{ id: first }]);
    await setDefaultTaxRate(organization.admin, { id: organization.taxRateId });
    await setDefaultTaxRate(organization.admin, { id: organization.taxRateId });
    expect(await defaults()).toEqual([{ id: organization.taxRateId }]);
    const trail = await db.admin`select before, after from audit_log
      where subject_id = ${organization.taxRateId} and action = 'taxRate.set_default'`;
    expect(trail).toEqual([{ before: { name: "Tax" }, after: { name: "VAT" } }]);
  });

  it("is not another organization's", async () => {
    const other = await organizationFixture();
    await expect(setDefaultTaxRate(organization.admin, { id: other.taxRateId })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
