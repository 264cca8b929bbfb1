import { sql } from "drizzle-orm";
import { taxRates } from "@/db/schema";
import { notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { TaxRateIdInput } from "./schemas";

/** Makes a tax rate the one that new lines start with, in place of the one before. */
export const setDefaultTaxRate = verb("taxRate.write", TaxRateIdInput, async (tx, ctx, { id }) => {
  // All of them, in one order: two admins take turns.
  const rates = await tx.select().from(taxRates).orderBy(taxRates.id).for("update");
  const rate = rates.find((one) => one.id === id);
  if (!rate) throw notFound();
  const before = rates.find((one) => one.isDefault);
  if (before?.id === id) {
    ctx.unchanged();
    return { id };
  }
  await tx.update(taxRates).set({ isDefault: sql`${taxRates.id} = ${id}` });
  await ctx.audit({
    action: "taxRate.set_default",
    subjectType: "taxRate",
    subjectId: id,
    before: { name: before?.name ?? null },
    after: { name: rate.name },
  });
  return { id };
});
