import { ne } from "drizzle-orm";
import { taxRates } from "@/db/schema";
import { percentToPpm } from "@/lib/core/percent";
import { isExplained } from "@/lib/core/tax-rules";
import { verb } from "@/lib/platform/verb";
import { CreateTaxRateInput } from "./schemas";

/** Adds a tax rate of any category. The same id sent again changes nothing. */
export const createTaxRate = verb("taxRate.write", CreateTaxRateInput, async (tx, ctx, input) => {
  const { id, name, category, compoundName, withholdingName, isDefault } = input;
  const ppmOf = (percent: string | null) => (percent ? percentToPpm(percent) : null);
  const rate = {
    name,
    category,
    // What a form still holds of another category means nothing in this one.
    ratePpm: category === "S" ? (ppmOf(input.percent) ?? 0) : 0,
    exemptionReason: isExplained(category) ? input.exemptionReason : null,
    compoundName,
    compoundPpm: ppmOf(input.compoundPercent),
    withholdingName,
    withholdingPpm: ppmOf(input.withholdingPercent),
    isDefault,
  };
  const made = await tx
    .insert(taxRates)
    .values({ id, ...rate })
    .onConflictDoNothing()
    .returning({ id: taxRates.id });
  if (made.length === 0) {
    ctx.unchanged();
    return { id };
  }
  if (isDefault) await tx.update(taxRates).set({ isDefault: false }).where(ne(taxRates.id, id));
  await ctx.audit({ action: "taxRate.create", subjectType: "taxRate", subjectId: id, after: rate });
  return { id };
});
