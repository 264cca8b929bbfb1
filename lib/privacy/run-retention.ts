import { eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { retentionRuns } from "@/db/schema";
import { retentionKinds } from "@/lib/core/retention";
import { clock } from "@/lib/platform/clock";
import type { Ctx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { verb } from "@/lib/platform/verb";
import { retentionSteps } from "./retention-steps";

/** Rows of a kind that go in one transaction. */
export const RETENTION_BATCH = 500;

/** The run under way, which a killed worker may have left, or a new one. */
const beginRun = verb("privacy.run", z.object({}), async (tx, ctx) => {
  ctx.unchanged();
  const [left] = await tx.select().from(retentionRuns).where(isNull(retentionRuns.finishedAt)).for("update");
  if (left) return left.id;
  const id = newId();
  await tx.insert(retentionRuns).values({ id, startedAt: clock.now() });
  return id;
});

const StepInput = z.object({ id: z.uuid(), kind: z.enum(retentionKinds) });

/** Takes some rows of a kind, and counts them in the same transaction: what a killed run has done is counted once. */
const takeSome = verb("privacy.run", StepInput, async (tx, ctx, { id, kind }) => {
  ctx.unchanged();
  const taken = await retentionSteps[kind](tx, clock.now(), RETENTION_BATCH);
  if (taken > 0)
    await tx
      .update(retentionRuns)
      .set({
        counts: sql`${retentionRuns.counts} || jsonb_build_object(${kind}::text,
          coalesce((${retentionRuns.counts} ->> ${kind}::text)::integer, 0) + ${taken}::integer)`,
      })
      .where(eq(retentionRuns.id, id));
  return taken;
});

const finishRun = verb("privacy.run", z.object({ id: z.uuid() }), async (tx, ctx, { id }) => {
  const [run] = await tx
    .update(retentionRuns)
    .set({ finishedAt: clock.now() })
    .where(eq(retentionRuns.id, id))
    .returning();
  if (!run || Object.keys(run.counts).length === 0) return ctx.unchanged();
  await ctx.audit({
    action: "privacy.retain",
    subjectType: "organization",
    subjectId: run.organizationId,
    after: { runId: id, ...run.counts },
  });
});

/** Takes away what an organization has kept for its time, some rows at a time; run again, it goes on where it stopped. */
export async function runRetention(ctx: Ctx): Promise<void> {
  const id = await beginRun(ctx, {});
  for (const kind of retentionKinds) while ((await takeSome(ctx, { id, kind })) >= RETENTION_BATCH);
  await finishRun(ctx, { id });
}
