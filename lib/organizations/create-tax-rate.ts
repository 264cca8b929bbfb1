import { taxRates } from "@/db/schema";
import { percentToPpm } from "@/lib/core/percent";
import { verb } from "@/lib/platform/verb";
import { CreateTaxRateInput } from "./schemas";

/** Adds a standard tax rate. The same id sent again changes nothing. */
export const createTaxRate = verb(
  "taxRate.write",
  CreateTaxRateInput,
  async (tx, ctx, { id, name, percent }) => {
    const ratePpm = percentToPpm(percent);
    const made = await tx
      .insert(taxRates)
      .values({ id, name, category: "S", ratePpm })
      .onConflictDoNothing()
      .returning({ id: taxRates.id });
    if (made.length === 0) ctx.unchanged();
    else
      await ctx.audit({
        action: "taxRate.create",
        subjectType: "taxRate",
        subjectId: id,
        after: { name, ratePpm },
      });
    return { id };
  },
);
