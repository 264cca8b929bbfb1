import { asc, desc } from "drizzle-orm";
import { z } from "zod";
import { numberSeries, organizations, taxRates } from "@/db/schema";
import { transaction } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { query } from "@/lib/platform/verb";

/** The actor's organization, whole. */
export const getOrganization = query("organization.read", z.object({}), async (tx) => {
  const [organization] = await tx.select().from(organizations);
  if (!organization) throw notFound();
  return organization;
});

/** Tax rates to choose from, the default first. */
export const listTaxRates = query("taxRate.read", z.object({}), (tx) =>
  tx.select().from(taxRates).orderBy(desc(taxRates.isDefault), asc(taxRates.name)),
);

/** Number series with their patterns and next values. */
export const listNumberSeries = query("organization.write", z.object({}), (tx) =>
  tx.select().from(numberSeries),
);

/** Whether there is no organization yet: a first start leads to the set-up page. */
export async function needsSetUp(): Promise<boolean> {
  const [row] = await transaction({ kind: "anonymous", organizationId: null }, (tx) =>
    tx.select({ id: organizations.id }).from(organizations).limit(1),
  );
  return row === undefined;
}
