import { describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import { clientFixture, issuedFixture, organizationFixture } from "@/tests/fixtures";
import { getOrganization } from "./queries";
import { OrganizationFields } from "./schemas";
import { updateOrganization } from "./update";

const db = testDatabase();

describe("the currency of the books", () => {
  it("may change until something is posted, and never after", async () => {
    const organization = await organizationFixture();
    const change = async (currency: string) => {
      const stored = await getOrganization(organization.admin, {});
      const form = { ...stored, currency, paymentTermsDays: String(stored.paymentTermsDays) };
      return updateOrganization(organization.admin, {
        ...Object.fromEntries(Object.keys(OrganizationFields.shape).map((key) => [key, form[key as never]])),
        version: stored.version,
      });
    };
    await change("CHF");
    await change("EUR");
    const { id } = await clientFixture(organization);
    await issuedFixture(organization, id);
    await expect(change("CHF")).rejects.toMatchObject({ code: "conflict", key: "currencyInUse" });
    const [row] =
      await db.admin`select currency from organizations where id = ${organization.organizationId}`;
    expect(row?.currency).toBe("EUR");
  });
});
