import { and, asc, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { numberCounters, numberSeries, organizations, taxRates } from "@/db/schema";
import { dateIn } from "@/lib/core/dates";
import { openOrganization } from "@/lib/parties/organization";
import { clock } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { query } from "@/lib/platform/verb";

/** The actor's organization, whole and opened. */
export const getOrganization = query("organization.read", z.object({}), async (tx) => {
  const [organization] = await tx.select().from(organizations);
  if (!organization) throw notFound();
  return openOrganization(organization);
});

/** Tax rates to choose from, the default first. */
export const listTaxRates = query("taxRate.read", z.object({}), (tx) =>
  tx.select().from(taxRates).orderBy(desc(taxRates.isDefault), asc(taxRates.name)),
);

/** Number series with their patterns and the values that come next this year. */
export const listNumberSeries = query("organization.write", z.object({}), async (tx) => {
  const [organization] = await tx.select({ timeZone: organizations.timeZone }).from(organizations);
  const year = Number(dateIn(clock.now(), organization?.timeZone ?? "UTC").slice(0, 4));
  return tx
    .select({
      code: numberSeries.code,
      pattern: numberSeries.pattern,
      restart: numberSeries.restart,
      nextValue: sql<number>`coalesce(${numberCounters.nextValue}, 1)`,
    })
    .from(numberSeries)
    .leftJoin(
      numberCounters,
      and(
        eq(numberCounters.series, numberSeries.code),
        eq(
          numberCounters.year,
          sql`case ${numberSeries.restart} when 'yearly' then ${year}::integer else 0 end`,
        ),
      ),
    )
    .orderBy(desc(numberSeries.code));
});

/** Whether there is no organization yet: a first start leads to the set-up page. */
export async function needsSetUp(): Promise<boolean> {
  const [row] = await transaction({ kind: "anonymous", organizationId: null }, (tx) =>
    tx.select({ id: organizations.id }).from(organizations).limit(1),
  );
  return row === undefined;
}
