import { eq } from "drizzle-orm";
import { numberSeries } from "@/db/schema";
import { changes } from "@/lib/platform/audit";
import { notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { NumberSeriesInput } from "./schemas";

/** Changes how the next numbers of a series are written. Numbers already given stay, and are never given again. */
export const updateNumberSeries = verb(
  "organization.write",
  NumberSeriesInput,
  async (tx, ctx, { code, pattern, restartsYearly }) => {
    const after = { pattern, restart: restartsYearly ? ("yearly" as const) : ("never" as const) };
    const [before] = await tx.select().from(numberSeries).where(eq(numberSeries.code, code)).for("update");
    if (!before) throw notFound();
    await tx.update(numberSeries).set(after).where(eq(numberSeries.code, code));
    await ctx.audit({
      action: "organization.update_number_series",
      subjectType: "organization",
      subjectId: before.organizationId,
      ...changes({ series: "", ...before }, { series: code, ...after }),
    });
    return { code };
  },
);
