import { beforeAll, describe, expect, it } from "vitest";
import { clock } from "@/lib/platform/clock";
import { testDatabase } from "@/tests/database";
import { clientFixture, type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { testSandbox } from "@/tests/sandbox";
import { fetchRate } from "./fetch-rate";

testDatabase();
const sandbox = testSandbox();
let organization: OrganizationFixture;

beforeAll(async () => {
  organization = await organizationFixture();
});

/** So many days before the sandbox's today. */
const daysAgo = (days: number) =>
  new Date(clock.now().getTime() - days * 86_400_000).toISOString().slice(0, 10);
const ask = (from: string, date = daysAgo(0)) => fetchRate(organization.accountant, { from, date });

describe("the rate of a currency in the organization's", () => {
  it("comes with its source and its own date, never a later one than asked for", async () => {
    for (const days of [0, 20, 400]) {
      const fetched = await ask("USD", daysAgo(days));
      expect(fetched).toMatchObject({ rate: "0.8", source: "ecb" });
      expect(fetched.date <= daysAgo(days), fetched.date).toBe(true);
      expect(fetched.date > daysAgo(days + 4), fetched.date).toBe(true);
    }
  });

  it("is none where none is published: of a currency, or so long ago", async () => {
    for (const asked of [ask("KWD"), ask("USD", "1998-12-31")])
      await expect(asked).rejects.toMatchObject({ code: "invalid", fields: { exchangeRate: "noRate" } });
  });

  it.each(["error500", "timeout"] as const)("says so when the source has a fault: %s", async (kind) => {
    sandbox.current.addFault({ target: "ecb", kind });
    await expect(ask("USD")).rejects.toMatchObject({ code: "unavailable", key: "ratesUnanswered" });
    await expect(ask("USD")).resolves.toMatchObject({ rate: "0.8" });
  });

  it.each([{ from: "XXX" }, { from: "USD", date: "yesterday" }, {}, null])("%j is no question", (input) =>
    expect(fetchRate(organization.accountant, input)).rejects.toMatchObject({ code: "invalid" }),
  );

  it("is for staff to ask", async () => {
    const { id } = await clientFixture(organization);
    const asked = fetchRate(organization.clientUser(id), { from: "USD", date: daysAgo(0) });
    await expect(asked).rejects.toMatchObject({ code: "forbidden" });
  });
});
