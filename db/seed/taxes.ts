import { asc } from "drizzle-orm";
import { taxRates } from "@/db/schema";
import { createTaxRate } from "@/lib/organizations/create-tax-rate";
import { type Ctx, transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";

const RATES = {
  reduced: { name: "VAT reduced", category: "S", percent: "7" },
  reverseCharge: { name: "Reverse charge", category: "AE" },
  export: { name: "Export", category: "G" },
} as const;

export type Taxes = Record<"standard" | keyof typeof RATES, string>;

/** Adds the demo's tax rates to the usual one of the set-up; returns their ids. */
export async function seedTaxes(admin: Ctx): Promise<Taxes> {
  const [standard] = await transaction(admin.actor, (tx) =>
    tx.select({ id: taxRates.id }).from(taxRates).orderBy(asc(taxRates.id)),
  );
  if (!standard) throw new Error("The set-up made no tax rate");
  const add = async (rate: object) => (await createTaxRate(admin, { id: newId(), ...rate })).id;
  return {
    standard: standard.id,
    reduced: await add(RATES.reduced),
    reverseCharge: await add(RATES.reverseCharge),
    export: await add(RATES.export),
  };
}
