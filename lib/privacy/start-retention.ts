import { retentionRuns } from "@/db/schema";
import { userOf } from "@/lib/accounts/own";
import { clock } from "@/lib/platform/clock";
import { conflict } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/queue";
import { verb } from "@/lib/platform/verb";
import { RunRetentionInput } from "./schemas";

/**
 * Has the retention run now instead of tonight.
 * @throws DomainError conflict `retentionRunning`
 */
export const startRetention = verb("privacy.retain", RunRetentionInput, async (tx, ctx, { id }) => {
  const { organizationId, userId } = userOf(ctx);
  const [run] = await tx
    .insert(retentionRuns)
    .values({ id, requestedBy: userId, startedAt: clock.now() })
    .onConflictDoNothing()
    .returning({ id: retentionRuns.id });
  if (!run) throw conflict("retentionRunning");
  await enqueue(tx, "retention", { organizationId }, { key: `retention:${organizationId}` });
  await ctx.audit({
    action: "privacy.start_retention",
    subjectType: "organization",
    subjectId: organizationId,
    after: { runId: id },
  });
  return { id };
});
